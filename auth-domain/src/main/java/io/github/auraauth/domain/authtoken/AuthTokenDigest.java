package io.github.auraauth.domain.authtoken;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * What a token's secret is kept and looked up as.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record AuthTokenDigest(String hex) {
    public AuthTokenDigest {
        HexDigest.check(hex);
    }
}
