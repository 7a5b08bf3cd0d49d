package io.github.auraauth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
    private static final int DOCUMENTS = 3_000;

    @TempDir
    private Path path;

    @TempDir
    private Path kept;

    @Test
    void forgetRemoved_whileUniqueKeysMoveFromDocumentToDocument_reopensAsItWas() throws Exception {
        List<Document> before = new ArrayList<>();
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> users = users(client);
            users.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
            users.insertMany(IntStream.range(0, DOCUMENTS)
                    .mapToObj(CompactionTest::document)
                    .toList());
            Thread mover = new Thread(() -> moveKeys(users));
            mover.start();
            for (int i = 0; mover.isAlive(); i++) {
                users.insertOne(new Document("_id", -1 - i).append("key", -1 - i));
                users.deleteOne(Filters.eq("_id", -1 - i));
                store.forgetRemoved();
            }
            users.find().into(before);
        }
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(users(client).find()).containsExactlyInAnyOrderElementsOf(before);
            assertThat(users(client).find(Filters.eq("key", before.get(7).get("key"))))
                    .containsExactly(before.get(7));
            assertThat(before).hasSize(DOCUMENTS);
        }
    }

    /** The first document's key goes to none, the second's to the first, and so on. */
    private static void moveKeys(MongoCollection<Document> users) {
        for (int i = 0; i < DOCUMENTS; i++) {
            users.updateOne(Filters.eq("_id", i), Updates.set("key", i == 0 ? DOCUMENTS : i - 1));
        }
    }

    @Test
    void open_killedBeforeASnapshotWasWhole_readsTheOldFiles() throws Exception {
        writeThree();
        Files.writeString(path.resolve("store.snapshot.new"), "aura-auth store 1\nhalf of an ent");

        assertThat(stored()).containsExactly(0, 1, 2);
        assertThat(path.resolve("store.snapshot.new")).doesNotExist();
    }

    @Test
    void open_killedBeforeTheOldFilesWereDeleted_removedStaysRemoved() throws Exception {
        writeThree();
        copy(path, kept);
        removeOne();
        copy(kept, path);

        assertThat(stored()).containsExactly(0, 2);
        assertThat(path.resolve("store.journal.1")).doesNotExist();
    }

    @Test
    void open_killedBeforeTheNextJournalHadItsFirstLine_beginsIt() throws Exception {
        writeThree();
        Files.writeString(path.resolve("store.journal.2"), "aura-a");

        assertThat(stored()).containsExactly(0, 1, 2);
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            users(client).insertOne(document(3));
        }
        assertThat(stored()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void open_fileOfTheFirstVersions_isRead() throws Exception {
        writeThree();
        Files.move(path.resolve("store.journal.1"), path.resolve("store.journal"));

        assertThat(stored()).containsExactly(0, 1, 2);
        removeOne();
        assertThat(stored()).containsExactly(0, 2);
        assertThat(path.resolve("store.journal")).doesNotExist();
    }

    @Test
    void open_snapshotThatIsDamaged_isRefusedAndKept() throws Exception {
        writeThree();
        removeOne();
        Path snapshot = snapshot();
        byte[] bytes = Files.readAllBytes(snapshot);
        bytes[bytes.length - 9] ^= 1;
        Files.write(snapshot, bytes);

        assertThatThrownBy(this::open).hasRootCauseMessage(snapshot + " is damaged");
        assertThat(snapshot).hasBinaryContent(bytes);
    }

    @Test
    void open_snapshotThatIsDamaged_keepsTheJournalsThatItStandsFor() throws Exception {
        writeThree();
        copy(path, kept);
        removeOne();
        copy(kept, path);
        Files.write(snapshot(), new byte[] {1}, StandardOpenOption.APPEND);

        assertThatThrownBy(this::open).hasRootCauseMessage(snapshot() + " is damaged");
        assertThat(path.resolve("store.journal.1"))
                .hasBinaryContent(Files.readAllBytes(kept.resolve("store.journal.1")));
    }

    @Test
    void open_journalThatIsMissing_isRefusedEachTime() throws Exception {
        writeThree();
        removeOne();
        Files.delete(snapshot());

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(DataFolderException.class)
                    .hasRootCauseMessage(path.resolve("store.journal.1") + " is missing");
        }
        assertThat(path.resolve("store.journal.1")).doesNotExist();
    }

    @Test
    void write_whileNoSnapshotCanBeWritten_triesSeldomAndAgainWhenAsked() throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            Path obstacle = Files.createDirectory(path.resolve("store.snapshot.new"));
            users(client).insertOne(document(0));
            for (int i = 0; i < 600; i++) {
                users(client).updateOne(Filters.eq("_id", 0), Updates.set("name", i + "x".repeat(1024)));
            }
            assertThat(journals()).hasSizeBetween(2, 3);

            Files.delete(obstacle);
            store.forgetRemoved();

            assertThat(journals()).hasSize(1);
            assertThat(users(client).countDocuments()).isEqualTo(1);
        }
    }

    private List<Path> journals() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().contains("journal")).toList();
        }
    }

    @Test
    void open_earlierJournalThatIsNotWhole_isRefused() throws Exception {
        writeThree();
        Files.write(path.resolve("store.journal.1"), new byte[] {0, 0, 0, 40, 1}, StandardOpenOption.APPEND);
        Files.writeString(path.resolve("store.journal.2"), "aura-auth store 1\n");

        assertThatThrownBy(this::open).hasRootCauseMessage(path.resolve("store.journal.1") + " is damaged");
    }

    private void writeThree() throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            IntStream.range(0, 3).forEach(i -> users(client).insertOne(document(i)));
        }
    }

    private void removeOne() throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            users(client).deleteOne(Filters.eq("_id", 1));
            store.forgetRemoved();
        }
    }

    private List<Integer> stored() throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            return users(client)
                    .find()
                    .map(document -> Objects.requireNonNull(document.getInteger("_id")))
                    .into(new ArrayList<>());
        }
    }

    private EmbeddedStore open() throws DataFolderException {
        return EmbeddedStore.open(DataFolder.open(path), Clock.systemUTC(), new SecureRandom());
    }

    private Path snapshot() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().contains("snapshot"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file :
                    files.filter(each -> each.toString().contains("journal")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static MongoCollection<Document> users(MongoClient client) {
        return EmbeddedStoreTest.users(client);
    }

    private static Document document(int i) {
        return new Document("_id", i).append("key", i).append("name", "name of " + i);
    }
}
