package io.github.auraauth.domain.session;

import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;

/** Makes the keys under which failed logins are counted. Safe for use by many threads. */
public final class LoginAttemptKeys {
    private final KeyedDigest digest;

    /** @param seed the same on every instance */
    public LoginAttemptKeys(Secret seed) {
        digest = KeyedDigest.derivedFrom(seed, "aura-auth/login-attempt/v1");
    }

    /** @param username in the form that all its spellings have */
    public LoginAttemptKey of(String username, String source) {
        return new LoginAttemptKey(digest.hex("source\n" + username + "\n" + source));
    }

    /** @param username in the form that all its spellings have */
    public LoginAttemptKey ofAllSources(String username) {
        return new LoginAttemptKey(digest.hex("all\n" + username));
    }

    /**
     * Of the codes of a second factor, from one source, which is known once one was good: that the password was shown from
     * it says nothing of who tries codes.
     *
     * @param username in the form that all its spellings have
     */
    public LoginAttemptKey ofCodes(String username, String source) {
        return new LoginAttemptKey(digest.hex("codes of source\n" + username + "\n" + source));
    }

    /**
     * Of the codes of a second factor, from all sources.
     *
     * @param username in the form that all its spellings have
     */
    public LoginAttemptKey ofCodes(String username) {
        return new LoginAttemptKey(digest.hex("codes\n" + username));
    }
}
