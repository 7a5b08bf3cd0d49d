package io.github.auraauth.domain.authtoken;

import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;

/** Makes of tokens' secrets what they are kept under, the same on every instance with the same seed. Safe for use by many threads. */
public final class AuthTokenDigester {
    private final KeyedDigest digest;

    /** @param seed {@code AURA_SEED_ID} */
    public AuthTokenDigester(Secret seed) {
        this.digest = KeyedDigest.derivedFrom(seed, "aura-auth/auth-token/v1");
    }

    /** The digest of a secret. */
    public AuthTokenDigest digest(Secret secret) {
        return new AuthTokenDigest(digest.hex(new String(secret.reveal(), StandardCharsets.UTF_8)));
    }
}
