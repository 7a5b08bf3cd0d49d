package io.github.auraauth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import io.github.auraauth.embedded.index.KeyHasher;
import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final byte[] ENTRY = BsonBytes.encode(new Document("r", "users").append("d", 1));

    @TempDir
    private Path path;

    private final RecordingDisk disk = new RecordingDisk();
    private DataFolder folder;

    @BeforeEach
    void open() throws Exception {
        folder = DataFolder.open(path);
    }

    @Test
    void rotate_always_syncsTheJournalBeforeThereIsANextOne() throws Exception {
        try (Journal journal = Journal.open(folder, entry -> {}, disk)) {
            journal.append(ENTRY);

            journal.rotate().close();

            assertThat(disk.seen).singleElement().isEqualTo(Set.of("store.journal.1=" + size(1)));
            assertThat(path.resolve("store.journal.2")).exists();
        }
    }

    @Test
    void rotate_diskThatFails_goesOnInTheSameJournal() throws Exception {
        List<byte[]> read = new ArrayList<>();
        try (Journal journal = Journal.open(folder, entry -> {}, disk)) {
            disk.fails = true;

            assertThatThrownBy(journal::rotate).isInstanceOf(IOException.class);

            disk.fails = false;
            journal.append(ENTRY);
        }
        Journal.open(folder, read::add).close();
        assertThat(read).containsExactly(ENTRY);
        assertThat(names()).containsExactly("store.journal.1");
    }

    @Test
    void finish_changesBesideTheSnapshot_areOnTheDiskBeforeItIsPublished() throws Exception {
        try (Journal journal = Journal.open(folder, entry -> {}, disk)) {
            Snapshot snapshot = journal.rotate();
            journal.append(ENTRY);
            disk.seen.clear();

            snapshot.write(ENTRY);
            snapshot.finish();
            snapshot.close();

            assertThat(disk.seen)
                    .singleElement()
                    .isEqualTo(Set.of(
                            "store.journal.1=" + JournalFile.head().length,
                            "store.journal.2=" + size(1),
                            "store.snapshot.new=" + size(1)));
            assertThat(names()).containsExactly("store.journal.2", "store.snapshot.1");
        }
    }

    @Test
    void finish_diskThatFails_leavesTheJournals() throws Exception {
        try (Journal journal = Journal.open(folder, entry -> {}, disk)) {
            try (Snapshot snapshot = journal.rotate()) {
                disk.fails = true;

                assertThatThrownBy(snapshot::finish).isInstanceOf(IOException.class);
            }
            assertThat(names()).containsExactly("store.journal.1", "store.journal.2");
            disk.fails = false;
        }
    }

    @Test
    void prepareRotation_always_syncsTheJournal() throws Exception {
        try (Journal journal = Journal.open(folder, entry -> {}, disk)) {
            journal.append(ENTRY);

            journal.prepareRotation(0);

            assertThat(disk.seen).singleElement().isEqualTo(Set.of("store.journal.1=" + size(1)));
        }
    }

    @Test
    void prepareRotation_noRoomForWhatIsAlive_isRefused() throws Exception {
        long free = folder.usableSpace();
        try (Journal journal = Journal.open(folder, entry -> {}, disk)) {
            assertThatThrownBy(() -> journal.prepareRotation(2 * free))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(" bytes are needed and ");
        }
    }

    /** Once beside the traffic, once while nothing may change, and once before the snapshot has its name. */
    @Test
    void forgetRemoved_afterARemoval_waitsForTheDiskThreeTimes() throws Exception {
        SecureRandom random = new SecureRandom();
        try (Journal journal = Journal.open(folder, entry -> {}, disk)) {
            JournaledBackend backend = new JournaledBackend(
                    Clock.systemUTC(),
                    new ConnectionAuthenticator(random),
                    AskedOrders.open(folder),
                    new KeyHasher(random));
            backend.record(journal);
            backend.removed("aura.users", new Document("_id", 1));

            backend.forgetRemoved();

            backend.close();
            assertThat(disk.seen).hasSize(3);
            assertThat(disk.seen.get(0)).isEqualTo(disk.seen.get(1));
            assertThat(names()).containsExactly("store.journal.2", "store.snapshot.1");
        }
    }

    private static int size(int entries) {
        return JournalFile.head().length + entries * JournalFile.framed(ENTRY).length;
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).collect(TreeSet::new, Set::add, Set::addAll);
        }
    }

    /** Notes which files there were, and how large, each time that it was waited for. */
    private final class RecordingDisk implements Journal.Disk {
        private final List<Set<String>> seen = new ArrayList<>();
        private boolean fails;

        @Override
        public void sync(FileDescriptor file) throws IOException {
            if (fails) {
                throw new IOException("the disk fails");
            }
            Set<String> files = new TreeSet<>();
            for (String name : names()) {
                files.add(name + "=" + Files.size(path.resolve(name)));
            }
            seen.add(files);
            file.sync();
        }
    }
}
