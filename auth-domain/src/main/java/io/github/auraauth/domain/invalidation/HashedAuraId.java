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
}
