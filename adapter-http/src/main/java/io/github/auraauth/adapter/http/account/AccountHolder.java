package io.github.auraauth.adapter.http.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.CsrfTokens;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.request.Principal;
import io.github.auraauth.port.in.session.Caller;
import java.util.Optional;

/**
 * An account that calls.
 *
 * @param session secret of the session that it called with, where it did
 */
public record AccountHolder(Caller caller, Optional<Secret> session) implements Principal {
    public AccountHolder {
        requireNonNull(caller, "caller");
        requireNonNull(session, "session");
    }

    /** The one that gives inputs, where the operation needs a credential. */
    public static AccountHolder of(Inputs inputs) {
        return inputs.context().principal(AccountHolder.class);
    }

    /** The one that gives inputs, or nobody where the operation needs no credential and none was shown. */
    public static Optional<AccountHolder> ifAny(Inputs inputs) {
        Principal principal = inputs.context().principal();
        return principal == Principal.ANONYMOUS ? Optional.empty() : Optional.of(of(inputs));
    }

    /** Whoever wants something done. */
    public Actor actor() {
        return caller.actor();
    }

    /** What proves that a request of the session comes from a page of ours. */
    Optional<Secret> csrfToken() {
        return session.map(CsrfTokens::of);
    }

    @Override
    public Optional<String> label() {
        return Optional.of(actor().label());
    }
}
