package io.github.auraauth.adapter.mongo.backup;

import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.crypto.KeyedDigest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** A backup that was read to its end, found whole and unaltered, and can be read by this environment. */
public final class CheckedBackup {
    private final BackupReader reader;
    private final BackupHeader header;
    private final Map<BackupCollection, Set<Long>> gone;
    private final long documents;

    private CheckedBackup(BackupReader reader, BackupHeader header, Check check) {
        this.reader = reader;
        this.header = header;
        this.documents = check.documents;
        this.gone = check.gone;
    }

    /**
     * Reads the whole file.
     *
     * @param key under which its content was digested
     * @param seed fingerprint of this environment's seed
     * @param cipher with this environment's keys
     * @throws UnusableBackupException when it cannot be restored here
     */
    public static CheckedBackup of(Path file, KeyedDigest key, String seed, AtRestCipher cipher) {
        BackupReader reader = new BackupReader(file, key);
        Check check = new Check(seed, cipher.beginnings());
        try {
            reader.read(check);
        } catch (UnusableBackupException unusable) {
            throw unusable;
        } catch (RuntimeException unexpected) {
            // what was altered is met before the digest tells
            throw new UnusableBackupException(BackupReader.ALTERED, unexpected);
        }
        return new CheckedBackup(reader, check.headers.get(0), check);
    }

    public BackupHeader header() {
        return header;
    }

    long documents() {
        return documents;
    }

    /** Whether a document was removed after it had been read. */
    boolean isGone(BackupCollection collection, Frame stored) {
        Set<Long> ids = gone.getOrDefault(collection, Set.of());
        return !ids.isEmpty() && ids.contains(Digests.ofId(stored.document()));
    }

    void read(BackupReader.Visitor visitor) {
        reader.read(visitor);
    }

    /** Looks at every part. */
    private static final class Check implements BackupReader.Visitor {
        private final String seed;
        private final Set<String> keys;
        private final List<BackupHeader> headers = new ArrayList<>();
        private final Map<BackupCollection, Set<Long>> gone = new EnumMap<>(BackupCollection.class);
        private long documents;

        Check(String seed, Set<String> keys) {
            this.seed = seed;
            this.keys = keys;
        }

        @Override
        public void header(BackupHeader header) {
            if (!header.seed().equals(seed)) {
                throw new UnusableBackupException("the backup was made under another AURA_SEED_ID, that of environment "
                        + header.environment() + "; restore it with that seed");
            }
            headers.add(header);
        }

        @Override
        public void document(BackupCollection collection, Frame stored) {
            documents++;
        }

        @Override
        public void gone(BackupCollection collection, Iterable<Long> ids) {
            Set<Long> all = gone.computeIfAbsent(collection, missing -> new HashSet<>());
            ids.forEach(all::add);
        }

        @Override
        public void summary(Document summary) {
            if (!keys.containsAll(summary.getList("keys", String.class, List.of()))) {
                throw new UnusableBackupException(
                        "the backup holds what is enciphered under a key that AURA_ENCRYPTION_KEY lacks; add that key"
                                + " behind the others");
            }
        }
    }
}
