package io.github.auraauth.domain.token;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The claims of a token: a JSON object of texts, numbers, truth values, lists and objects. A claim of another type than
 * the one that is asked for counts as absent.
 */
public final class TokenClaims {
    private final Map<String, Object> claims;

    private TokenClaims(Map<String, Object> claims) {
        this.claims = claims;
    }

    /** @param claims a JSON object as a reader makes one; null values count as absent, and it is copied at its top */
    public static TokenClaims of(Map<String, ?> claims) {
        Map<String, Object> present = new LinkedHashMap<>();
        requireNonNull(claims, "claims").forEach((name, value) -> {
            if (value != null) {
                present.put(name, value);
            }
        });
        return new TokenClaims(Collections.unmodifiableMap(present));
    }

    /** All of them. */
    public Map<String, Object> asMap() {
        return claims;
    }

    /** A text that is not empty. */
    public Optional<String> text(String name) {
        return claims.get(name) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** A NumericDate: seconds since the epoch, a fraction cut off. */
    public Optional<Instant> time(String name) {
        if (!(claims.get(name) instanceof Number seconds)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.ofEpochSecond(seconds.longValue()));
        } catch (DateTimeException beyondAllTimes) {
            return Optional.empty();
        }
    }

    /** A list of texts, or one text alone, as {@code aud} may be; empty when absent or anything else is in the list. */
    public List<String> texts(String name) {
        Object value = claims.get(name);
        if (value instanceof String text) {
            return List.of(text);
        }
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }

    /** The first of a list of objects. */
    public Optional<TokenClaims> firstObject(String name) {
        return claims.get(name) instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> first
                ? Optional.of(ofJson(first))
                : Optional.empty();
    }

    private static TokenClaims ofJson(Map<?, ?> object) {
        Map<String, Object> named = new LinkedHashMap<>();
        object.forEach((name, value) -> named.put(String.valueOf(name), value));
        return of(named);
    }

    /** Says nothing of the claims, which are personal data. */
    @Override
    public String toString() {
        return "TokenClaims[redacted]";
    }
}
