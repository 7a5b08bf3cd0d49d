package io.github.auraauth.usecase.session;

import io.github.auraauth.domain.crypto.Base62;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.SessionDigest;
import java.security.SecureRandom;

/** Makes the secrets of sessions, and what they are kept under. Safe for use by many threads. */
public final class SessionSecrets {
    private static final int DIGITS = 43;

    private final KeyedDigest digest;
    private final SecureRandom random;

    /** @param seed {@code AURA_SEED_ID} */
    public SessionSecrets(Secret seed, SecureRandom random) {
        this.digest = KeyedDigest.derivedFrom(seed, "aura-auth/session/v1");
        this.random = random;
    }

    /** A new one, of 256 bits. */
    Secret next() {
        return Secret.ofText(Base62.random(DIGITS, random));
    }

    SessionDigest digest(Secret secret) {
        return new SessionDigest(digest.hex(secret.revealText()));
    }
}
