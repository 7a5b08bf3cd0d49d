package io.github.auraauth.domain.provider;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * The digest by which the handle of a kept authorization request is stored and looked up.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record RequestDigest(String hex) {
    public RequestDigest {
        HexDigest.check(hex);
    }
}
