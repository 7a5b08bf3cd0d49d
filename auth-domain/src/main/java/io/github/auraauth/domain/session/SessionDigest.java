package io.github.auraauth.domain.session;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * What a session's secret is kept and looked up as.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record SessionDigest(String hex) {
    public SessionDigest {
        HexDigest.check(hex);
    }
}
