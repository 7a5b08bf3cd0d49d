package io.github.auraauth.domain.client;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * The digest as which a client's secret is stored.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record ClientSecretDigest(String hex) {
    public ClientSecretDigest {
        HexDigest.check(hex);
    }
}
