package io.github.auraauth.domain.authtoken;

import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;

/** Makes of a token's secret what it is kept and looked up as. Safe for use by many threads. */
public final class AuthTokenDigester {
    private final KeyedDigest digest;

    /** @param seed the same on every instance; tokens made under another are not found */
    public AuthTokenDigester(Secret seed) {
        digest = KeyedDigest.derivedFrom(seed, "aura-auth/auth-token/v1");
    }

    /** The same for the same secret, always. */
    public AuthTokenDigest digest(Secret secret) {
        return new AuthTokenDigest(digest.hex(secret.revealText()));
    }
}
