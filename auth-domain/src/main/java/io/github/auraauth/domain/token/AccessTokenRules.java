package io.github.auraauth.domain.token;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When the claims of an access token whose signature is good are believed (RFC 9068, section 4, save that Kernel's have no
 * {@code typ} of their own).
 *
 * @param audience our API's name at the provider, {@code AURA_KERNEL_AUDIENCE}
 */
public record AccessTokenRules(String audience) {
    public AccessTokenRules {
        requireNonNull(audience, "audience");
    }

    /**
     * The caller and what they may do; empty when any claim is missing, malformed or wrong.
     *
     * @param issuer the provider's, compared exactly
     */
    public Optional<KernelAccessToken> accept(TokenClaims claims, String issuer, Instant now) {
        boolean believed = claims.text("iss").equals(Optional.of(issuer))
                && claims.texts("aud").contains(audience)
                && TokenTimes.isUnexpired(claims, now)
                && TokenTimes.isBegun(claims, now);
        return believed
                ? KernelClaims.person(claims)
                        .map(person -> new KernelAccessToken(person, words(claims, "scope"), words(claims, "purpose")))
                : Optional.empty();
    }

    /** The words of a text with spaces between them (RFC 6749, section 3.3), or of a list. */
    private static Set<String> words(TokenClaims claims, String name) {
        return claims.texts(name).stream()
                .flatMap(text -> Arrays.stream(text.split(" ", -1)))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
