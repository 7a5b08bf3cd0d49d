package io.github.auraauth.domain.passkey;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * What the handle of a challenge is kept and looked up as.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record PasskeyChallengeDigest(String hex) {
    public PasskeyChallengeDigest {
        HexDigest.check(hex);
    }
}
