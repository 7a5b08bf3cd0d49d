package io.github.auraauth.domain.state;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * A used state's pseudonym, under which its use is noted: an HMAC of the ciphertext without the IV for version 1, of the
 * whole text for version 2.
 *
 * @param hex 64 lower-case hex digits
 */
public record StateDigest(String hex) {
    public StateDigest {
        HexDigest.check(hex);
    }
}
