package io.github.auraauth.domain.grant;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * The digest by which an access token is stored and looked up.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record AccessTokenDigest(String hex) {
    public AccessTokenDigest {
        HexDigest.check(hex);
    }
}
