package io.github.auraauth.domain.session;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * Whose failed logins are counted together: those under one name, from one source or from all. Says nothing of either.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record LoginAttemptKey(String hex) {
    public LoginAttemptKey {
        HexDigest.check(hex);
    }
}
