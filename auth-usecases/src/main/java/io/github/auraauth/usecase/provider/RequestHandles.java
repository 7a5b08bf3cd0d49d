package io.github.auraauth.usecase.provider;

import io.github.auraauth.domain.crypto.Base62;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.provider.RequestDigest;
import io.github.auraauth.domain.secret.Secret;
import java.security.SecureRandom;

/** Makes the handles of kept requests, and what they are kept under. Safe for use by many threads. */
public final class RequestHandles {
    private static final int DIGITS = 43;

    private final KeyedDigest digest;
    private final SecureRandom random;

    /** @param seed {@code AURA_SEED_ID} */
    public RequestHandles(Secret seed, SecureRandom random) {
        this.digest = KeyedDigest.derivedFrom(seed, "aura-auth/authorization-request/v1");
        this.random = random;
    }

    /** A new one, of 256 bits. */
    Secret next() {
        return Secret.ofText(Base62.random(DIGITS, random));
    }

    RequestDigest digest(Secret handle) {
        return new RequestDigest(digest.hex(handle.revealText()));
    }
}
