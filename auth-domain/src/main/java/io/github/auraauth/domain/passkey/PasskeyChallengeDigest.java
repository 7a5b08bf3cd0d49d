package io.github.auraauth.domain.passkey;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * The digest by which the handle of a challenge is stored and looked up.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record PasskeyChallengeDigest(String hex) {
    public PasskeyChallengeDigest {
        HexDigest.check(hex);
    }
}
