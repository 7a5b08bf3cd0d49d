package io.github.auraauth.domain.authtoken;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * The digest by which a token's secret is stored and looked up.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record AuthTokenDigest(String hex) {
    public AuthTokenDigest {
        HexDigest.check(hex);
    }
}
