package io.github.auraauth.domain.invalidation;

import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.AuraId;

/** Makes pseudonyms of auraIds, the same on every instance with the same seed. Safe for use by many threads. */
public final class AuraIdHasher {
    private final KeyedDigest digest;

    /** @param seed {@code AURA_SEED_ID} */
    public AuraIdHasher(Secret seed) {
        this.digest = KeyedDigest.derivedFrom(seed, "aura-auth/cache-name/v1");
    }

    /** The pseudonym. */
    public HashedAuraId hash(AuraId auraId) {
        return new HashedAuraId(digest.hex(auraId.value()));
    }
}
