package io.github.auraauth.domain.session;

import static java.util.Objects.requireNonNull;

/**
 * What a session's secret is kept and looked up as.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record SessionDigest(String hex) {
    public SessionDigest {
        requireNonNull(hex, "hex");
        if (hex.length() != 64 || !hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            throw new IllegalArgumentException("hex must have 64 lower-case hex digits");
        }
    }
}
