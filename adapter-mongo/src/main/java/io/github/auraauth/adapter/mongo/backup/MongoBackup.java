package io.github.auraauth.adapter.mongo.backup;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.crypto.KeyedDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * Writes what the stores hold into a file while others use them. A document is as it was at some moment of the backup; what
 * takes others away is read after them, and what was removed after it had been read is noted as gone.
 */
public final class MongoBackup {
    private static final int GONE_A_FRAME = 1_000;

    private final BackupDatabases databases;
    private final KeyedDigest key;
    private final Set<String> beginnings;
    private final InstantSource clock;
    private final Map<BackupCollection, IdHashes> read = new EnumMap<>(BackupCollection.class);
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final TreeSet<String> keys = new TreeSet<>();
    private long done;
    private long about;

    /**
     * For one backup.
     *
     * @param key under which the content is digested
     * @param cipher whose keys are noted where something is enciphered under them
     */
    public MongoBackup(BackupDatabases databases, KeyedDigest key, AtRestCipher cipher, InstantSource clock) {
        this.databases = requireNonNull(databases, "databases");
        this.key = requireNonNull(key, "key");
        this.beginnings = cipher.beginnings();
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Writes the file in the place of an earlier one, or nothing.
     *
     * @return how many documents there are of each collection
     * @throws UncheckedIOException when the file cannot be written
     * @throws io.github.auraauth.port.Outage when a database is away
     */
    public Map<String, Long> write(Path file, BackupHeader header, BackupProgress progress) {
        for (BackupCollection each : BackupCollection.values()) {
            about += databases.of(each).map(all -> pages(all).estimate()).orElse(0L);
        }
        try (BackupWriter writer = new BackupWriter(file, key)) {
            writer.write(Frame.of(Frame.HEADER, header.toDocument()));
            for (BackupCollection each : BackupCollection.values()) {
                if (databases.of(each).isPresent()) {
                    writeAll(each, databases.of(each).get(), writer, progress);
                }
            }
            for (BackupCollection each : read.keySet()) {
                writeGone(each, writer);
            }
            writer.finish(new Document("counts", new Document(counts)).append("keys", List.copyOf(keys)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counts;
    }

    private void writeAll(
            BackupCollection collection, GuardedCollection from, BackupWriter writer, BackupProgress progress)
            throws IOException {
        String name = collection.collection();
        writer.write(Frame.of(Frame.COLLECTION, new Document("name", name)));
        counts.put(name, 0L);
        IdHashes ids = new IdHashes();
        pages(from).documents(page -> {
            for (RawBsonDocument document : page) {
                write(new Frame(Frame.STORED, document), writer);
                ids.add(Digests.ofId(document));
            }
            counts.merge(name, (long) page.size(), Long::sum);
            done += page.size();
            progress.at(name, done, Math.max(about, done));
        });
        if (!collection.isRemoving()) {
            ids.sort();
            read.put(collection, ids);
        }
    }

    private void write(Frame frame, BackupWriter writer) {
        noteKeys(frame.document());
        try {
            writer.write(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeGone(BackupCollection collection, BackupWriter writer) throws IOException {
        IdHashes ids = requireNonNull(read.get(collection), "ids");
        pages(databases.of(collection).orElseThrow())
                .ids(page -> page.forEach(document -> ids.see(Digests.ofId(document))));
        List<Long> gone = ids.unseen();
        for (int from = 0; from < gone.size(); from += GONE_A_FRAME) {
            List<Long> some = gone.subList(from, Math.min(gone.size(), from + GONE_A_FRAME));
            writer.write(Frame.of(
                    Frame.GONE, new Document("name", collection.collection()).append("ids", List.copyOf(some))));
        }
    }

    /** A key that nobody here has is of no use there either. */
    private void noteKeys(RawBsonDocument document) {
        if (keys.size() < beginnings.size()) {
            byte[] bytes = new byte[document.getByteBuffer().remaining()];
            document.getByteBuffer().asNIO().get(bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            beginnings.stream().filter(text::contains).forEach(keys::add);
        }
    }

    private CollectionPages pages(GuardedCollection collection) {
        return new CollectionPages(collection, clock);
    }
}
