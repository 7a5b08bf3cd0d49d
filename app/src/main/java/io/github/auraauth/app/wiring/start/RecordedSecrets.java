package io.github.auraauth.app.wiring.start;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.user.MongoEncryptionKeyRecord;
import io.github.auraauth.adapter.mongo.user.MongoSeedRecord;
import io.github.auraauth.app.config.KeySettings;
import io.github.auraauth.app.process.AcceptedChanges;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a database remembers of the secrets that it was used with, by fingerprints. */
public final class RecordedSecrets {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedSecrets.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final MongoSeedRecord seeds;
    private final MongoEncryptionKeyRecord encryptionKeys;
    private final InstantSource clock;

    public RecordedSecrets(MongoConnection connection, InstantSource clock) {
        this.seeds = new MongoSeedRecord(connection, clock);
        this.encryptionKeys = new MongoEncryptionKeyRecord(connection, clock);
        this.clock = clock;
    }

    /**
     * Refuses secrets that what is stored was not made with.
     *
     * @param accepted what the operator wants all the same
     */
    public void check(KeySettings keys, AcceptedChanges accepted) throws StartRefused {
        checkSeed(new UserIdentities(keys.seed()).seedFingerprint(), accepted.seed());
        checkKeys(AtRestCipher.keyIds(keys.encryptionKeys()), accepted.encryptionKey());
    }

    private void checkSeed(String fingerprint, boolean accept) throws StartRefused {
        Deadline deadline = Deadline.in(PATIENCE, clock);
        boolean differs = switch (seeds.compare(fingerprint, deadline)) {
            case SAME, FIRST -> false;
            case DIFFERENT_WITHOUT_USERS -> {
                seeds.accept(fingerprint, deadline);
                yield false;
            }
            case DIFFERENT_WITH_USERS -> true;
        };
        if (differs && !accept) {
            throw new StartRefused("AURA_SEED_ID is not the one that the stored users were registered with: their"
                    + " auraGlobalId and all anonymous ids would change. Give the old seed, or start once with"
                    + " --accept-new-seed");
        }
        if (differs) {
            seeds.accept(fingerprint, deadline);
            LOG.warn("a new seed was accepted over existing users");
        }
    }

    private void checkKeys(List<String> keyIds, boolean accept) throws StartRefused {
        Deadline deadline = Deadline.in(PATIENCE, clock);
        if (!encryptionKeys.isUnknown(keyIds, deadline)) {
            return;
        }
        if (!accept) {
            throw new StartRefused("AURA_ENCRYPTION_KEY has none of the keys that this database was used with: what is"
                    + " stored enciphered could not be read, and no APIKey would be good any more. Add the old key"
                    + " behind the new one and a comma, or start once with --accept-new-encryption-key");
        }
        encryptionKeys.accept(keyIds.get(0), deadline);
        LOG.warn("a new encryption key was accepted over existing data");
    }
}
