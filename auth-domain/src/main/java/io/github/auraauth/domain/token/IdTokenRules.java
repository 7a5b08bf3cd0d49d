package io.github.auraauth.domain.token;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When the claims of an id_token whose signature is good are believed (OpenID Connect Core 1.0, section 3.1.3.7).
 *
 * @param clientId our name at the provider
 */
public record IdTokenRules(String clientId) {
    public IdTokenRules {
        requireNonNull(clientId, "clientId");
    }

    /**
     * Who has logged in; empty when any claim is missing, malformed or wrong.
     *
     * @param issuer the provider's, compared exactly
     * @param nonce what we sent along, when we did
     */
    public Optional<UserId> accept(TokenClaims claims, String issuer, Optional<String> nonce, Instant now) {
        return judge(claims, issuer, nonce, now).fold(Optional::of, refused -> Optional.empty());
    }

    /** The same, with the reason of a refusal: the first of several. */
    public TokenVerdict<UserId> judge(TokenClaims claims, String issuer, Optional<String> nonce, Instant now) {
        if (!claims.text("iss").equals(Optional.of(issuer))) {
            return new TokenVerdict.Refused<>(TokenRefusal.ISSUER);
        }
        if (!isForUs(claims)) {
            return new TokenVerdict.Refused<>(TokenRefusal.AUDIENCE);
        }
        if (!isTimely(claims, now)) {
            return new TokenVerdict.Refused<>(TokenRefusal.TIME);
        }
        if (nonce.isPresent() && !claims.text("nonce").equals(nonce)) {
            return new TokenVerdict.Refused<>(TokenRefusal.NONCE);
        }
        return TokenVerdict.of(KernelClaims.userId(claims), TokenRefusal.SUBJECT);
    }

    private static boolean isTimely(TokenClaims claims, Instant now) {
        return TokenTimes.isUnexpired(claims, now)
                && TokenTimes.isBegun(claims, now)
                && TokenTimes.hasCome(claims, "iat", now);
    }

    /** Among the audience, and where the token names an authorized party or must, that party. */
    private boolean isForUs(TokenClaims claims) {
        List<String> audience = claims.texts("aud");
        boolean namesParty = claims.asMap().containsKey("azp") || audience.size() > 1;
        return audience.contains(clientId) && (!namesParty || claims.text("azp").equals(Optional.of(clientId)));
    }
}
