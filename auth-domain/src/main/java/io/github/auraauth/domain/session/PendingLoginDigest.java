package io.github.auraauth.domain.session;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * The digest by which a pending login's secret is stored and looked up.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record PendingLoginDigest(String hex) {
    public PendingLoginDigest {
        HexDigest.check(hex);
    }
}
