package io.github.auraauth.app.wiring.backup;

import io.github.auraauth.adapter.mongo.backup.BackupDatabases;
import io.github.auraauth.adapter.mongo.backup.BackupHeader;
import io.github.auraauth.adapter.mongo.backup.CheckedBackup;
import io.github.auraauth.adapter.mongo.backup.MongoBackup;
import io.github.auraauth.adapter.mongo.backup.MongoRestore;
import io.github.auraauth.adapter.mongo.backup.RestoreCounts;
import io.github.auraauth.adapter.mongo.backup.UnusableBackupException;
import io.github.auraauth.adapter.mongo.invalidation.MongoInvalidationLog;
import io.github.auraauth.adapter.mongo.revocation.MongoRevocationLog;
import io.github.auraauth.adapter.mongo.user.MongoSeedRecord;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.RandomIds;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.port.Deadline;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Writes what the stores hold into a file, and brings it back, while the service serves. */
public final class BackupServices {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Configuration configuration;
    private final BackupDatabases databases;
    private final Supplier<Revocations> mirror;
    private final ClockAndRandom clockAndRandom;
    private final AtRestCipher cipher;
    private final Secret seed;

    /** @param mirror what the shared copy of revocations holds */
    public BackupServices(
            Configuration configuration,
            BackupDatabases databases,
            Supplier<Revocations> mirror,
            ClockAndRandom clockAndRandom) {
        this.configuration = configuration;
        this.databases = databases;
        this.mirror = mirror;
        this.clockAndRandom = clockAndRandom;
        this.cipher = new AtRestCipher(configuration.keys().encryptionKeys(), clockAndRandom.random());
        this.seed = configuration.keys().seed();
    }

    /**
     * Writes the file in the place of an earlier one, or nothing.
     *
     * @return how many documents there are of each collection
     * @throws StartRefused when the file cannot be written
     */
    public Map<String, Long> backUp(Path file, Progress progress) throws StartRefused {
        BackupHeader header = new BackupHeader(
                configuration.deployment().version(),
                configuration.deployment().name(),
                fingerprint(),
                clockAndRandom.clock().instant());
        try {
            return new MongoBackup(databases, key(), cipher, clockAndRandom.clock()).write(file, header, progress::at);
        } catch (UncheckedIOException e) {
            throw new StartRefused(
                    "the backup cannot be written to " + file
                            + ": look at the folder, its permissions and the space left (" + e.getMessage() + ")",
                    e);
        }
    }

    /**
     * Reads the file to its end, and looks whether it may be restored here; writes nothing.
     *
     * @throws StartRefused when it may not
     */
    public CheckedFile check(Path file) throws StartRefused {
        try {
            return new CheckedFile(CheckedBackup.of(file, key(), fingerprint(), cipher));
        } catch (UnusableBackupException e) {
            throw new StartRefused(file + " is not restored: " + e.getMessage(), e);
        }
    }

    /**
     * Restores it; the indexes must have been made up.
     *
     * @return how many documents of each collection were {@code added}, {@code replaced}, {@code kept}, {@code removed} or
     *     {@code conflicting}
     * @throws StartRefused when the database holds users of another seed
     */
    public Map<String, Map<String, Long>> restore(CheckedFile file, Progress progress) throws StartRefused {
        requireSameSeed();
        MongoRestore restore = new MongoRestore(
                databases,
                new MongoInvalidationLog(databases.users()),
                new MongoRevocationLog(databases.users()),
                MongoRevocationLog.codec(),
                KeyedDigest.derivedFrom(seed, "aura-auth/erasure-receipt/v1"),
                seed,
                () -> new Epoch(RandomIds.uuid(clockAndRandom.random())),
                clockAndRandom.clock());
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        restore.restore(file.backup, mirror.get(), progress::at)
                .forEach((collection, each) -> counts.put(collection, asMap(each)));
        return counts;
    }

    private static Map<String, Long> asMap(RestoreCounts counts) {
        Map<String, Long> members = new LinkedHashMap<>();
        members.put("added", counts.added());
        members.put("replaced", counts.replaced());
        members.put("kept", counts.kept());
        members.put("removed", counts.removed());
        members.put("conflicting", counts.conflicting());
        return members;
    }

    /** Hears how far a backup or restore is. */
    @FunctionalInterface
    public interface Progress {
        /** That many documents are done, of about that many, and the present ones are of that collection. */
        void at(String collection, long done, long about);
    }

    /** A file that may be restored here. */
    public static final class CheckedFile {
        private final CheckedBackup backup;

        private CheckedFile(CheckedBackup backup) {
            this.backup = backup;
        }

        /** When the backup was begun. */
        public Instant begun() {
            return backup.header().begun();
        }
    }

    private void requireSameSeed() throws StartRefused {
        MongoSeedRecord record = new MongoSeedRecord(databases.users(), clockAndRandom.clock());
        Deadline deadline = Deadline.in(PATIENCE, clockAndRandom.clock());
        switch (record.compare(fingerprint(), deadline)) {
            case SAME, FIRST -> {}
            case DIFFERENT_WITHOUT_USERS -> record.accept(fingerprint(), deadline);
            case DIFFERENT_WITH_USERS ->
                throw new StartRefused("nothing is restored: the database holds users of another AURA_SEED_ID");
        }
    }

    private KeyedDigest key() {
        return KeyedDigest.derivedFrom(seed, "aura-auth/backup/v1");
    }

    private String fingerprint() {
        return new UserIdentities(seed).seedFingerprint();
    }
}
