package io.github.auraauth.domain.token;

import java.time.Duration;
import java.time.Instant;

/** The times of a token (RFC 7519, section 4.1), seen by a clock that may go wrong by a minute. */
final class TokenTimes {
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private TokenTimes() {}

    /** Whether the token says until when it is good, and that is not past. */
    static boolean isUnexpired(TokenClaims claims, Instant now) {
        return claims.time("exp").filter(now.minus(LEEWAY)::isBefore).isPresent();
    }

    /** Whether the time of that claim has come; an absent claim, or one that is no time, has none. */
    static boolean hasCome(TokenClaims claims, String claim, Instant now) {
        return claims.time(claim)
                .filter(time -> !time.isAfter(now.plus(LEEWAY)))
                .isPresent();
    }

    /** Whether the token does not say that it is good only later. */
    static boolean isBegun(TokenClaims claims, Instant now) {
        return !claims.asMap().containsKey("nbf") || hasCome(claims, "nbf", now);
    }
}
