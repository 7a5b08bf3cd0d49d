package io.github.auraauth.domain.grant;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * That a person lets a client know who they are: what the code, the access tokens and the refresh tokens of one login have
 * in common.
 *
 * @param epoch of the account when it was granted: one that has risen since ends it
 * @param scopes that were granted, by name
 * @param request what the code is bound to
 * @param state whether the code has been used
 * @param generation of the refresh token that is good now; 0 before the first
 * @param rotatedAt when that generation began, to the millisecond
 * @param expiresAt from when on it is good for nothing, to the millisecond
 */
public record Grant(
        GrantId id,
        ClientId client,
        AccountId account,
        int epoch,
        Set<String> scopes,
        AuthenticationContext authentication,
        Request request,
        State state,
        long generation,
        Instant rotatedAt,
        Instant expiresAt) {
    public Grant {
        requireNonNull(id, "id");
        requireNonNull(client, "client");
        requireNonNull(account, "account");
        scopes = Set.copyOf(requireNonNull(scopes, "scopes"));
        requireNonNull(authentication, "authentication");
        requireNonNull(request, "request");
        requireNonNull(state, "state");
        rotatedAt = rotatedAt.truncatedTo(ChronoUnit.MILLIS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MILLIS);
        if (generation < 0 || epoch < 0) {
            throw new IllegalArgumentException("generation and epoch must not be negative");
        }
    }

    /** Whether it is good at that time, as far as it is for the grant to say. */
    public boolean isGoodAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** Whether its code has been used. */
    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** Whether a scope was granted. */
    public boolean has(String scope) {
        return scopes.contains(scope);
    }

    /** Where a grant stands. A revoked one is gone. */
    public enum State {
        /** Its code has been given out. */
        ISSUED,
        /** Its code has been used. */
        ACTIVE
    }

    /**
     * What the client asked with.
     *
     * @param redirectUri as the request named it; the exchange must name the same
     * @param challenge S256 of the verifier (RFC 7636); absent where the client may go without
     * @param nonce to be given back in the id_token
     * @param claims beside those of the scopes
     */
    public record Request(
            String redirectUri, Optional<String> challenge, Optional<String> nonce, RequestedClaims claims) {
        public Request {
            requireNonNull(redirectUri, "redirectUri");
            requireNonNull(challenge, "challenge");
            requireNonNull(nonce, "nonce");
            requireNonNull(claims, "claims");
        }

        @Override
        public String toString() {
            return "Request[redacted]";
        }
    }
}
