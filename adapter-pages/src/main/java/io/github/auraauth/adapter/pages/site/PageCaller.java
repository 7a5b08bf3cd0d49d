package io.github.auraauth.adapter.pages.site;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.CsrfTokens;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.request.Principal;
import io.github.auraauth.port.in.session.Caller;
import java.util.Optional;

/**
 * Somebody who is logged in.
 *
 * @param session secret of their session
 */
public record PageCaller(Caller caller, Secret session) implements Principal {
    public PageCaller {
        requireNonNull(caller, "caller");
        requireNonNull(session, "session");
    }

    /** Whoever makes the request, where the operation wants a session. */
    public static PageCaller of(Inputs inputs) {
        return inputs.context().principal(PageCaller.class);
    }

    /** Whoever wants something done. */
    public Actor actor() {
        return caller.actor();
    }

    /** What a form of ours holds to prove that it is ours. */
    public String csrf() {
        return CsrfTokens.of(session).revealText();
    }

    /** Whether a form is one that we gave to this session; in constant time. */
    boolean gave(String proof) {
        return CsrfTokens.of(session).equals(Secret.ofText(proof));
    }

    @Override
    public Optional<String> label() {
        return Optional.of(actor().label());
    }
}
