package io.github.auraauth.domain.session;

import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;

/** Makes the keys under which failed logins are counted. Safe for use by many threads. */
public final class LoginAttemptKeys {
    private final KeyedDigest digest;

    /** @param seed the same on every instance */
    public LoginAttemptKeys(Secret seed) {
        digest = KeyedDigest.derivedFrom(seed, "aura-auth/login-attempt/v1");
    }

    /** Of a name from one source. */
    public LoginAttemptKey of(Username username, String source) {
        return new LoginAttemptKey(digest.hex("source\n" + username.value() + "\n" + source));
    }

    /** Of a name from all sources together. */
    public LoginAttemptKey ofAllSources(Username username) {
        return new LoginAttemptKey(digest.hex("all\n" + username.value()));
    }
}
