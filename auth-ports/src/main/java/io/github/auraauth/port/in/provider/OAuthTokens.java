package io.github.auraauth.port.in.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.provider.OAuthResult;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The endpoints that clients call themselves: token (RFC 6749, section 3.2), introspection (RFC 7662) and revocation
 * (RFC 7009). Safe for use by many threads; every method throws {@link io.github.auraauth.port.Outage} when a store is away
 * or too slow, or there is no key to sign with.
 */
public interface OAuthTokens {

    /** Gives tokens for a code, once. */
    OAuthResult<IssuedTokens> exchange(
            ClientCredential client,
            Secret code,
            Optional<String> redirectUri,
            Optional<Secret> verifier,
            Deadline deadline);

    /**
     * Gives tokens for a refresh token.
     *
     * @param scopes fewer than were granted, by name; absent for all of them
     */
    OAuthResult<IssuedTokens> refresh(
            ClientCredential client, Secret refreshToken, Optional<Set<String>> scopes, Deadline deadline);

    /** What a token is worth; one that the client is not to know of is worth nothing. */
    OAuthResult<Introspection> introspect(ClientCredential client, Secret token, Deadline deadline);

    /** Ends a token of the client, and with a refresh token all of its grant; what is no token is ended already. */
    OAuthResult<TokenRevocation> revoke(ClientCredential client, Secret token, Deadline deadline);

    /**
     * What a client is given.
     *
     * @param refreshToken absent where the client may not come back by itself
     * @param scopes of the access token, by name
     */
    record IssuedTokens(
            Secret accessToken, Duration lifetime, Optional<Secret> refreshToken, Secret idToken, Set<String> scopes) {
        public IssuedTokens {
            requireNonNull(accessToken, "accessToken");
            requireNonNull(lifetime, "lifetime");
            requireNonNull(refreshToken, "refreshToken");
            requireNonNull(idToken, "idToken");
            scopes = Set.copyOf(scopes);
        }
    }

    /**
     * What a token is worth.
     *
     * @param token absent where it is worth nothing
     */
    record Introspection(Optional<ActiveToken> token) {
        /** Of a token that is worth nothing, or that the client is not to know of. */
        public static final Introspection INACTIVE = new Introspection(Optional.empty());

        public Introspection {
            requireNonNull(token, "token");
        }
    }

    /**
     * A token that is good.
     *
     * @param accessToken whether it is one, and not a refresh token
     * @param scopes by name
     * @param clientId that it was given to
     * @param subject of the person
     * @param username of the person; empty where the caller is not to know it
     */
    record ActiveToken(
            boolean accessToken,
            Set<String> scopes,
            String clientId,
            String subject,
            Optional<String> username,
            Instant issuedAt,
            Instant expiresAt) {
        public ActiveToken {
            scopes = Set.copyOf(scopes);
            requireNonNull(clientId, "clientId");
            requireNonNull(subject, "subject");
            requireNonNull(username, "username");
            requireNonNull(issuedAt, "issuedAt");
            requireNonNull(expiresAt, "expiresAt");
        }

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "ActiveToken[redacted]";
        }
    }

    /** That a token is good no more. */
    enum TokenRevocation {
        DONE
    }
}
