package io.github.auraauth.domain.secondfactor;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * The digest by which a recovery code is stored and looked up.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record RecoveryCodeDigest(String hex) {
    public RecoveryCodeDigest {
        HexDigest.check(hex);
    }
}
