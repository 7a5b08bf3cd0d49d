package io.github.auraauth.domain.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A request to log somebody in that is as it must be.
 *
 * @param redirectUri one of the client's
 * @param scopes those asked for that the client may have; {@code openid} is among them
 * @param state to be given back as it is
 * @param grant what the code will be bound to
 * @param maxAge how long ago the login may be at most; absent where that is open
 */
public record AuthorizationRequest(
        String redirectUri,
        ResponseMode mode,
        Set<Scope> scopes,
        Optional<String> state,
        Grant.Request grant,
        Set<Prompt> prompts,
        Optional<Duration> maxAge,
        Hints hints) {
    public AuthorizationRequest {
        requireNonNull(redirectUri, "redirectUri");
        requireNonNull(mode, "mode");
        scopes = Set.copyOf(requireNonNull(scopes, "scopes"));
        requireNonNull(state, "state");
        requireNonNull(grant, "grant");
        prompts = Set.copyOf(requireNonNull(prompts, "prompts"));
        requireNonNull(maxAge, "maxAge");
        requireNonNull(hints, "hints");
    }

    /** The scopes of which the client is told something: those asked for, and those of the single claims beside them. */
    public Set<Scope> told() {
        Set<Scope> told = EnumSet.noneOf(Scope.class);
        told.addAll(scopes);
        told.addAll(PersonClaims.scopesOf(grant.claims().userInfo()));
        told.addAll(PersonClaims.scopesOf(grant.claims().idToken()));
        return told;
    }

    /** Whether the person may be asked anything. */
    public boolean isSilent() {
        return prompts.contains(Prompt.NONE);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "AuthorizationRequest[redacted]";
    }

    /**
     * What the client knows of the person already.
     *
     * @param idToken of an earlier login, not looked at yet
     * @param login what they may log in as
     * @param languages that they read, the best first, with spaces between
     */
    public record Hints(Optional<Secret> idToken, Optional<String> login, Optional<String> languages) {
        public Hints {
            requireNonNull(idToken, "idToken");
            requireNonNull(login, "login");
            requireNonNull(languages, "languages");
        }

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "Hints[redacted]";
        }
    }
}
