package io.github.auraauth.domain.client;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * What a client's secret is kept as.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record ClientSecretDigest(String hex) {
    public ClientSecretDigest {
        HexDigest.check(hex);
    }
}
