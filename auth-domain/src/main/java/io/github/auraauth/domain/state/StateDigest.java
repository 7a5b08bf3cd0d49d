package io.github.auraauth.domain.state;

/**
 * A used state's pseudonym, under which its use is noted: an HMAC of the ciphertext without the IV for version 1, of the
 * whole text for version 2.
 *
 * @param hex 64 lower-case hex digits
 */
public record StateDigest(String hex) {
    public StateDigest {
        if (hex.length() != 64 || !hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            throw new IllegalArgumentException("hex must have 64 lower-case hex digits");
        }
    }
}
