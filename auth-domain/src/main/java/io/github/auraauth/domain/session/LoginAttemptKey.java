package io.github.auraauth.domain.session;

import static java.util.Objects.requireNonNull;

/**
 * Whose failed logins are counted together: those under one name, from one source or from all. Says nothing of either.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record LoginAttemptKey(String hex) {
    public LoginAttemptKey {
        requireNonNull(hex, "hex");
        if (hex.length() != 64 || !hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            throw new IllegalArgumentException("hex must have 64 lower-case hex digits");
        }
    }
}
