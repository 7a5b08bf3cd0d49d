package io.github.auraauth.domain.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.grant.RequestedClaims;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An authorization request as it came: parameters that we know, empty ones left out (RFC 6749, section 3.1).
 *
 * @param values by the names of parameters; of a repeated one the first
 * @param repeated names of those that came more than once
 * @param claims the parameter {@code claims}, read; absent where it is not what it must be
 */
public record AuthorizationParameters(
        Map<String, String> values, Set<String> repeated, Optional<RequestedClaims> claims) {
    public AuthorizationParameters {
        values = Map.copyOf(requireNonNull(values, "values"));
        repeated = Set.copyOf(requireNonNull(repeated, "repeated"));
        requireNonNull(claims, "claims");
    }

    /** The value of a parameter, or empty when it did not come. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of a parameter; empty when it did not come, or more than once. */
    public Optional<String> single(String name) {
        return repeated.contains(name) ? Optional.empty() : value(name);
    }

    /** Says nothing of the values: a hint names a person. */
    @Override
    public String toString() {
        return "AuthorizationParameters[redacted]";
    }
}
