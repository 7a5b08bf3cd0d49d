package io.github.auraauth.domain.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.token.TokenClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When the claims of a client's assertion whose signature is good are believed (RFC 7523, section 3; OpenID Connect Core 1.0,
 * section 9).
 *
 * @param audiences by which it may name us: the issuer, or the token endpoint
 */
public record ClientAssertionRules(Set<String> audiences) {
    /** How far ahead it may end, so that what was used once need not be remembered longer. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    /** How far others' clocks may be from ours. */
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private static final int LONGEST_ID = 512;

    public ClientAssertionRules {
        audiences = Set.copyOf(requireNonNull(audiences, "audiences"));
    }

    /** The assertion, if it is the client's own, for us, timely, and has an identifier to be used once. */
    public Optional<Accepted> accept(TokenClaims claims, ClientId client, Instant now) {
        boolean own = claims.text("iss").equals(Optional.of(client.value()))
                && claims.text("sub").equals(Optional.of(client.value()));
        List<String> audience = claims.texts("aud");
        Optional<Instant> end = claims.time("exp")
                .filter(time -> time.isAfter(now.minus(LEEWAY))
                        && time.isBefore(now.plus(LONGEST).plus(LEEWAY)));
        boolean begun = isPast(claims, "nbf", now) && isPast(claims, "iat", now);
        Optional<String> id = claims.text("jti").filter(text -> text.length() <= LONGEST_ID);
        return own && begun && audience.size() == 1 && audiences.contains(audience.get(0))
                ? end.flatMap(time -> id.map(text -> new Accepted(text, time.plus(LEEWAY))))
                : Optional.empty();
    }

    /** What an assertion says of when: nothing, or a time that has come. */
    private static boolean isPast(TokenClaims claims, String name, Instant now) {
        return !claims.asMap().containsKey(name)
                || claims.time(name)
                        .filter(time -> !time.isAfter(now.plus(LEEWAY)))
                        .isPresent();
    }

    /**
     * An assertion that is good once.
     *
     * @param id which the client gives no other
     * @param until from when on it is good no more
     */
    public record Accepted(String id, Instant until) {
        public Accepted {
            requireNonNull(id, "id");
            requireNonNull(until, "until");
        }
    }
}
