package io.github.auraauth.domain.user;

import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import java.util.UUID;

/**
 * Identifiers that follow from the environment's seed: the same on every instance and in every release. Safe for use by
 * many threads.
 */
public final class UserIdentities {
    private static final UUID NIL = new UUID(0, 0);

    private final UUID namespace;
    private final KeyedDigest fingerprint;

    /** @param seed {@code AURA_SEED_ID}: a UUID, or any text */
    public UserIdentities(Secret seed) {
        String text = seed.revealText();
        this.namespace = TextRules.uuid(text).orElseGet(() -> NameBasedIds.uuid(NIL, text));
        this.fingerprint = KeyedDigest.derivedFrom(seed, "aura-auth/seed-fingerprint/v1");
    }

    /** The identifier that this authentication has in every channel. */
    public AuraGlobalId globalId(Authentication authentication) {
        String name = authentication.type().text() + ':' + authentication.identifier();
        return new AuraGlobalId(NameBasedIds.uuid(namespace, name));
    }

    /** The consistent identity of an auraId that nobody registered. */
    public AnonymousUser anonymous(AuraId auraId, ChannelId channelId) {
        String name = channelId.text() + ':' + auraId.value();
        return new AnonymousUser(
                auraId,
                NameBasedIds.uuid(namespace, name),
                new AuraGlobalId(NameBasedIds.uuid(namespace, "anonymous:" + name)),
                channelId);
    }

    /** Tells one seed from another and says nothing about either: 64 hex digits. */
    public String seedFingerprint() {
        return fingerprint.hex("seed");
    }

    @Override
    public String toString() {
        return "UserIdentities[redacted]";
    }
}
