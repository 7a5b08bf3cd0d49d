package io.github.auraauth.domain.invalidation;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * An auraId's pseudonym, under which it is cached and its invalidation is logged.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record HashedAuraId(String hex) {
    public HashedAuraId {
        HexDigest.check(hex);
    }

    /** The first 64 bits. Two auraIds may share them, which costs no more than a value that is not believed. */
    public long fingerprint() {
        return Long.parseUnsignedLong(hex, 0, 16, 16);
    }
}
