package io.github.auraauth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedStoreTest {
    @TempDir
    private Path path;

    @Test
    void open_afterAStop_holdsDocumentsAndIndexes() throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> users = users(client);
            users.createIndex(Indexes.ascending("authorizationId"), new IndexOptions().unique(true));
            users.createIndex(Indexes.ascending("userId"));
            users.insertOne(user(1).append("nested", new Document("list", List.of(1L, 2.5, "x"))));
            users.insertOne(user(2));
            users.insertOne(user(3));
            users.updateOne(Filters.eq("_id", 2), Updates.combine(Updates.set("name", "two"), Updates.unset("userId")));
            users.deleteOne(Filters.eq("_id", 3));
            client.getDatabase("aura-users").getCollection("dropped").insertOne(user(1));
            client.getDatabase("aura-users").getCollection("dropped").drop();
            client.getDatabase("gone").getCollection("users").insertOne(user(1));
            client.getDatabase("gone").drop();
        }
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> users = users(client);

            assertThat(users.find())
                    .containsExactlyInAnyOrder(
                            user(1).append("nested", new Document("list", List.of(1L, 2.5, "x"))),
                            new Document("_id", 2)
                                    .append("authorizationId", "a2")
                                    .append("name", "two"));
            assertThat(users.listIndexes().map(index -> index.getString("name")))
                    .containsExactlyInAnyOrder("_id_", "authorizationId_1", "userId_1");
            assertThatThrownBy(() -> users.insertOne(user(9).append("authorizationId", "a1")))
                    .isInstanceOf(MongoWriteException.class);
            assertThat(client.getDatabase("aura-users").listCollectionNames()).containsExactly("users");
            assertThat(client.getDatabase("gone").listCollectionNames()).isEmpty();
        }
    }

    @Test
    void forgetRemoved_afterADeletion_leavesNothingOfItInTheFile() throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> users = users(client);
            users.insertOne(user(1).append("name", "to-be-erased"));
            users.insertOne(user(2).append("name", "to-be-kept"));
            users.deleteOne(Filters.eq("_id", 1));

            store.forgetRemoved();

            assertThat(contents())
                    .noneMatch(content -> content.contains("to-be-erased"))
                    .anyMatch(content -> content.contains("to-be-kept"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{$unset: {name: 1}}",
                "{$unset: {'nested.name': 1}}",
                "{$pull: {list: 'to-be-erased'}}",
                "{$pull: {list: 'to-be-erased'}, $set: {other: 1}}",
                "{_id: 1, name: {}, nested: {name: {}}, list: [1, 2]}"
            })
    void forgetRemoved_afterAnUpdateThatRemovesAField_leavesNothingOfItInTheFile(String update) throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            Document change = Document.parse(update);
            Document nested = new Document("name", update.contains("nested") ? "to-be-erased" : "another");
            users(client)
                    .insertOne(new Document("_id", 1)
                            .append("name", update.contains("{name") ? "to-be-erased" : "another")
                            .append("nested", nested)
                            .append(
                                    "list",
                                    List.of(update.contains("list") ? "to-be-erased" : "another", "to-be-kept")));
            if (change.containsKey("_id")) {
                users(client).replaceOne(Filters.eq("_id", 1), change);
            } else {
                users(client).updateOne(Filters.eq("_id", 1), change);
            }

            store.forgetRemoved();

            assertThat(contents()).noneMatch(content -> content.contains("to-be-erased"));
        }
    }

    @Test
    void forgetRemoved_afterAnEntryWasPutAside_deletesItWithItsJournal() throws Exception {
        open().close();
        Files.write(journal(), new byte[] {0, 0, 0, 40, 1, 2, 3, 4, 5, 6}, StandardOpenOption.APPEND);
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            users(client).insertOne(user(1));
            users(client).deleteOne(Filters.eq("_id", 1));
            assertThat(path.resolve("store.journal.1.cut")).exists();

            store.forgetRemoved();

            assertThat(path.resolve("store.journal.1.cut")).doesNotExist();
        }
    }

    private List<String> contents() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .map(EmbeddedStoreTest::content)
                    .toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void open_folderInUseHere_isRefused() throws Exception {
        try (EmbeddedStore store = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(DataFolderException.class)
                    .hasMessageContaining(path.toString())
                    .hasMessageContaining("in use by another process")
                    .hasMessageContaining("AURA_DATA_FOLDER");
            assertThat(EmbeddedStore.addressOfRunning(folder())).contains(store.uri());
        }
        assertThat(EmbeddedStore.addressOfRunning(folder())).isEmpty();
    }

    @Test
    void open_folderInUseElsewhere_isRefusedUntilTheOtherEnds() throws Exception {
        try (StoreProcess other = StoreProcess.start(path)) {
            assertThat(other.answer()).startsWith("mongodb://aura:");
            assertThatThrownBy(this::open).isInstanceOf(DataFolderException.class);
            assertThatThrownBy(this::open).hasMessageContaining("in use by another process, ");
            assertThat(EmbeddedStore.addressOfRunning(folder())).contains(other.answer());
            try (StoreProcess third = StoreProcess.start(path)) {
                assertThat(third.answer()).contains("in use by another process");
            }
            other.kill();
        }
        open().close();
    }

    @Test
    void open_anyFileOfTheStore_isReadableByItsOwnerOnly() throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri());
                Stream<Path> files = Files.list(path)) {
            users(client)
                    .insertMany(Stream.iterate(0, i -> i + 1)
                            .limit(2000)
                            .map(EmbeddedStoreTest::user)
                            .toList());
            assertThat(files)
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .isEqualTo("rw-------"));
            assertThat(folder().file("store.address")).hasContent(store.uri());
        }
    }

    @Test
    void open_entryThatIsNotWhole_isPutAsideAndTheRestStays() throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            users(client).insertOne(user(1));
        }
        byte[] whole = Files.readAllBytes(journal());
        Files.write(journal(), new byte[] {0, 0, 0, 40, 1, 2, 3, 4, 5, 6}, StandardOpenOption.APPEND);

        open().close();

        assertThat(journal()).hasBinaryContent(whole);
        assertThat(path.resolve("store.journal.1.cut")).hasSize(10);
    }

    @Test
    void open_flippedBitInTheLastEntry_losesThatEntryOnly() throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            users(client).insertOne(user(1));
            users(client).insertOne(user(2));
        }
        byte[] bytes = Files.readAllBytes(journal());
        bytes[bytes.length - 5] ^= 1;
        Files.write(journal(), bytes);

        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(users(client).find()).containsExactly(user(1));
        }
    }

    @Test
    void open_sectorsThatTheDiskDidNotHaveWhenPowerFailed_startsWithWhatIsBeforeThem() throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            users(client).insertOne(user(1));
            users(client).insertOne(user(2).append("more", "x".repeat(2_000)));
            users(client).insertOne(user(3));
        }
        byte[] bytes = Files.readAllBytes(journal());
        int inTheSecond = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("xxxx") / 512 * 512 + 512;
        Arrays.fill(bytes, inTheSecond, inTheSecond + 512, (byte) 0);
        Files.write(journal(), bytes);

        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(users(client).find()).containsExactly(user(1));
        }
    }

    @Test
    void open_flippedBitInAnEarlierEntry_isRefusedAndKept() throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            users(client).insertOne(user(1));
            users(client).insertOne(user(2));
        }
        byte[] whole = Files.readAllBytes(journal());
        int first = "aura-auth store 1\n".length();
        // the length, the checksum and the content of the first entry
        for (int damaged : new int[] {first, first + 1, first + 3, first + 5, first + 40}) {
            byte[] bytes = whole.clone();
            bytes[damaged] ^= 1;
            Files.write(journal(), bytes);

            assertThatThrownBy(this::open)
                    .isInstanceOf(DataFolderException.class)
                    .rootCause()
                    .hasMessageContaining(journal() + " is damaged at byte " + first);
            assertThat(journal()).hasBinaryContent(bytes);
        }
        Files.write(journal(), whole);
        open().close();
    }

    @Test
    void open_zerosWhereAFailureOfPowerLostTheFirstLine_beginsAnew() throws Exception {
        Files.write(journal(), new byte[4096]);

        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            users(client).insertOne(user(1));
        }
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(users(client).find()).containsExactly(user(1));
        }
    }

    @Test
    void open_entryOfNoKind_isRefusedAndGivesTheLockBack() throws Exception {
        byte[] entry = BsonBytes.encode(new de.bwaldvogel.mongo.bson.Document("x", "y").append("d", 1));
        Files.write(journal(), JournalFile.head());
        Files.write(journal(), JournalFile.framed(entry), StandardOpenOption.APPEND);

        assertThatThrownBy(this::open).hasMessageContaining("cannot be read");

        Files.delete(journal());
        open().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{createIndexes: 'users', indexes: 'none'}",
                "{createIndexes: 'users', indexes: [{key: 'none', name: 'x'}]}",
                "{createIndexes: 1, indexes: []}",
                "{dropIndexes: 'users', index: 1}",
                "{renameCollection: 'none'}"
            })
    void runCommand_onASchemaThatFails_isNotDoneAnewByTheNextStart(String command) throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            users(client).insertOne(user(1));
            String database = command.contains("rename") ? "admin" : "aura-users";

            assertThatThrownBy(() -> client.getDatabase(database).runCommand(Document.parse(command)))
                    .isInstanceOf(MongoException.class);
        }
        assertThat(contents()).noneMatch(content -> content.contains("none"));
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(users(client).find()).containsExactly(user(1));
        }
    }

    /** Earlier versions wrote them down. */
    @Test
    void open_commandThatFailsByAFault_isPassedOver() throws Exception {
        de.bwaldvogel.mongo.bson.Document command =
                new de.bwaldvogel.mongo.bson.Document("createIndexes", "users").append("indexes", "none");
        Files.write(journal(), JournalFile.head());
        Files.write(journal(), JournalFile.framed(Change.command("aura-users", command)), StandardOpenOption.APPEND);

        open().close();
    }

    @Test
    void open_fileOfSomethingElse_isRefusedAndKept() throws IOException {
        Files.writeString(journal(), "a letter to my aunt\n");

        assertThatThrownBy(this::open).isInstanceOf(DataFolderException.class);
        assertThat(journal()).hasContent("a letter to my aunt\n");
        assertThatThrownBy(this::open).hasMessageContaining("cannot be read");
    }

    @Test
    void find_whileDocumentsChange_neverGivesHalfOfAChange() throws Exception {
        try (EmbeddedStore store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> users = users(client);
            users.insertOne(new Document("_id", 1).append("a", 0).append("b", 0));
            Thread writer = new Thread(() -> {
                for (int i = 1; i <= 2000; i++) {
                    users.updateOne(Filters.eq("_id", 1), Updates.combine(Updates.set("a", i), Updates.set("b", i)));
                }
            });
            writer.start();
            while (writer.isAlive()) {
                Document seen = Objects.requireNonNull(users.find().first());
                assertThat(seen.getInteger("a")).isEqualTo(seen.getInteger("b"));
            }
        }
    }

    private EmbeddedStore open() throws DataFolderException {
        return EmbeddedStore.open(folder(), Clock.systemUTC(), new SecureRandom());
    }

    private DataFolder folder() throws DataFolderException {
        return DataFolder.open(path);
    }

    private Path journal() {
        return path.resolve("store.journal.1");
    }

    static MongoCollection<Document> users(MongoClient client) {
        return client.getDatabase("aura-users").getCollection("users");
    }

    private static Document user(int id) {
        return new Document("_id", id).append("authorizationId", "a" + id).append("userId", "u" + id);
    }
}
