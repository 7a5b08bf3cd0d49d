package io.github.auraauth.domain.invalidation;

/**
 * An auraId's pseudonym, under which it is cached and its invalidation is logged.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record HashedAuraId(String hex) {
    public HashedAuraId {
        if (hex.length() != 64 || !hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            throw new IllegalArgumentException("hex must have 64 lower-case hex digits");
        }
    }
}
