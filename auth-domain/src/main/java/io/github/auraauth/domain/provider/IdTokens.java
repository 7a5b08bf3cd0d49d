package io.github.auraauth.domain.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.crypto.Sha256;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.domain.token.TokenClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The claims of the tokens that we sign: id_tokens (OpenID Connect Core 1.0, section 2) and logout tokens (OpenID Connect
 * Back-Channel Logout 1.0, section 2.4).
 *
 * @param issuer as clients know us
 */
public record IdTokens(String issuer) {
    /** How long an id_token is good for. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private static final Duration LOGOUT_LIFETIME = Duration.ofMinutes(2);
    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int HALF_OF_SHA_256 = 16;

    public IdTokens {
        requireNonNull(issuer, "issuer");
    }

    /**
     * Of an id_token.
     *
     * @param accessToken that is given along with it
     * @param withNonce whether it answers the request itself, not a refresh
     */
    public TokenClaims idToken(Grant grant, Account account, Secret accessToken, boolean withNonce, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", PersonClaims.subject(account));
        claims.put("aud", grant.client().value());
        claims.put("azp", grant.client().value());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        claims.put("auth_time", grant.authentication().at().getEpochSecond());
        claims.put("acr", grant.authentication().level());
        claims.put("amr", List.copyOf(grant.authentication().sortedMethods()));
        claims.put("sid", grant.authentication().session().value());
        claims.put("at_hash", hash(accessToken));
        grant.request().nonce().filter(nonce -> withNonce).ifPresent(nonce -> claims.put("nonce", nonce));
        PersonClaims.of(account, Set.of(), grant.request().claims().idToken()).forEach(claims::putIfAbsent);
        return TokenClaims.of(claims);
    }

    /**
     * Of a logout token.
     *
     * @param id used once
     */
    public TokenClaims logoutToken(
            ClientId client, String subject, Optional<SessionId> session, String id, Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put("aud", client.value());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LOGOUT_LIFETIME).getEpochSecond());
        claims.put("jti", id);
        session.ifPresent(value -> claims.put("sid", value.value()));
        claims.put("events", Map.of(LOGOUT_EVENT, Map.of()));
        return TokenClaims.of(claims);
    }

    /** The left half of a token's SHA-256 (OpenID Connect Core 1.0, section 3.1.3.6): both our algorithms use it. */
    private static String hash(Secret accessToken) {
        byte[] digest = Sha256.of(accessToken.reveal());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, HALF_OF_SHA_256));
    }
}
