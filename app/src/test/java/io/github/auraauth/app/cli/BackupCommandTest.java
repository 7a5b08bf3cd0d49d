package io.github.auraauth.app.cli;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.embedded.DataFolder;
import io.github.auraauth.embedded.EmbeddedStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the embedded store of a running server to another MongoDB, and back over what has changed since. */
class BackupCommandTest {
    private static final String PHONE = "+34600000001";

    @TempDir
    private Path home;

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private EmbeddedStore running;
    private MongoClient embedded;
    private MongoClient other;
    private Terminal here;
    private Terminal there;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        running = EmbeddedStore.open(DataFolder.open(home.resolve("data")), Clock.systemUTC(), new SecureRandom());
        embedded = MongoClients.create(running.uri());
        String uri = mongo.bindAndGetConnectionString();
        other = MongoClients.create(uri);
        here = new Terminal(home, Map.of()).withRunningClock();
        there = new Terminal(home, Map.of("AURA_MONGODB_URI", uri)).withRunningClock();
        file = home.resolve("aura.backup");
        assertThat(here.run("makeup")).as(here.err()).isZero();
        insert("one", "u-1", "phone_number", PHONE);
        insert("sibling", "u-1", "email", "one@example.org");
        insert("three", "u-3", "email", "three@example.org");
    }

    @AfterEach
    void stop() {
        embedded.close();
        other.close();
        running.close();
        mongo.shutdownNow();
    }

    @Test
    void backup_restoredIntoAnotherDatabase_bringsAllButWhatIsShortLived() throws IOException {
        done(here, "account", "create", "root", "--superuser");
        done(here, "token", "create", "tests", "--account", "root");
        String key = here.lastLine();
        done(here, "apikey", "generate", "-v", "9.5.0", "-s", "aura-services", "-a", "webchat", "-m", "r");
        done(here.typing(here.lastLine()), "apikey", "revoke");
        done(
                here,
                "oidc",
                "create-client",
                "shop",
                "public",
                "--client-id",
                "shop",
                "-r",
                "code",
                "-u",
                "https://shop.example/cb");
        database(embedded).getCollection("sessions").insertOne(new Document("_id", "s"));

        done(here, "backup", file.toString(), "--json");
        JsonNode told = json(here);
        done(there, "restore", file.toString(), "--json");

        assertThat(key).isNotEmpty();
        assertThat(told.at("/documents/users").asInt()).isEqualTo(3);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(home)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("data", "aura.backup");
        }
        for (String collection : new String[] {
            "users", "accounts", "superusers", "authTokens", "apikeys", "revocations", "oidc_clients", "activity"
        }) {
            assertThat(all(other, collection))
                    .as(collection)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(all(embedded, collection));
        }
        assertThat(all(other, "sessions")).isEmpty();
        assertThat(json(there).at("/collections/users/added").asInt()).isEqualTo(3);
        done(there, "restore", file.toString(), "--json");
        for (JsonNode counts : json(there).at("/collections")) {
            assertThat(counts.at("/added").asInt()
                            + counts.at("/replaced").asInt()
                            + counts.at("/conflicting").asInt())
                    .isZero();
        }
        assertThat(database(other).getCollection("revocations").countDocuments())
                .isEqualTo(1);
    }

    @Test
    void restore_overWhatHasChangedSince_bringsBackNothingThatWasTakenAway() throws IOException {
        done(here, "account", "create", "ana");
        done(here, "token", "create", "first", "--account", "ana", "--json");
        String token = json(here).at("/token/id").asText();
        done(here, "apikey", "generate", "-v", "9.5.0", "-s", "aura-services", "-a", "webchat", "-m", "r");
        String key = here.lastLine();
        insert("removed", "u-9", "email", "nine@example.org");
        done(here, "account", "create", "gone");
        done(here, "backup", file.toString());

        done(here, "users", "erase", PHONE);
        done(here, "users", "remove", "removed");
        done(here, "token", "revoke", token);
        done(here.typing(key), "apikey", "revoke");
        done(here, "account", "delete", "gone");
        done(here, "account", "deactivate", "ana");
        database(embedded).getCollection("apikeys").deleteMany(new Document());
        users(embedded).updateOne(eq("auraId", "three"), set("registeredAt", new Date()));
        users(embedded).updateOne(eq("auraId", "three"), set("userId", "u-new"));
        Object epoch = epoch();
        done(here, "restore", file.toString(), "--json");

        assertThat(all(embedded, "users"))
                .extracting(user -> user.getString("userId"))
                .containsExactly("u-new");
        assertThat(all(embedded, "authTokens")).isEmpty();
        assertThat(all(embedded, "accounts"))
                .extracting(account -> account.getString("state"))
                .containsExactly("DEACTIVATED");
        assertThat(all(embedded, "apikeys")).hasSize(1);
        assertThat(all(embedded, "revocations")).hasSize(1);
        assertThat(json(here).at("/collections/users/removed").asInt()).isEqualTo(3);
        assertThat(epoch()).isNotEqualTo(epoch);
    }

    /** The trail names such a user by a pseudonym. */
    @Test
    void restore_removedUserWhoseAuraIdIsNoUuid_staysAwayByTheTrailAlone() throws IOException {
        insert("34600000009", "u-9", "email", "nine@example.org");
        done(here, "backup", file.toString());
        done(here, "users", "remove", "34600000009");
        for (String log : List.of("invalidations", "invalidation-segments")) {
            database(embedded).getCollection(log).deleteMany(new Document());
        }
        done(here, "restore", file.toString(), "--json");

        assertThat(users(embedded).countDocuments(eq("auraId", "34600000009"))).isZero();
        assertThat(json(here).at("/collections/users/removed").asInt()).isEqualTo(1);
    }

    @Test
    void restore_lostAndOlderRows_bringsThemBack() {
        done(here, "backup", file.toString());
        users(embedded).deleteOne(eq("auraId", "three"));
        users(embedded).updateOne(eq("auraId", "one"), set("registeredAt", Date.from(Instant.EPOCH)));
        users(embedded).updateOne(eq("auraId", "one"), set("userId", "older"));

        done(here, "restore", file.toString());

        assertThat(all(embedded, "users"))
                .extracting(user -> user.getString("userId"))
                .containsExactlyInAnyOrder("u-1", "u-1", "u-3");
    }

    @Test
    void restore_sameNameUnderAnotherId_keepsWhatIsThereAndCountsIt() throws IOException {
        done(here, "account", "create", "root");
        done(here, "backup", file.toString());
        done(there, "account", "create", "root");
        Document newer = all(other, "accounts").get(0);

        done(there, "restore", file.toString(), "--json");

        assertThat(all(other, "accounts")).containsExactly(newer);
        assertThat(json(there).at("/collections/accounts/conflicting").asInt()).isEqualTo(1);
    }

    @Test
    void restore_fileThatIsCutAlteredOrForeign_writesNothingAndSaysOneLine() throws IOException {
        done(here, "backup", file.toString());
        byte[] whole = Files.readAllBytes(file);
        byte[] altered = whole.clone();
        altered[whole.length / 2] ^= 0x10;
        refused(altered, "is not restored");
        refused(Arrays.copyOf(whole, whole.length - 9), "altered");
        refused(Arrays.copyOf(whole, whole.length + 1), "altered");
        refused("no backup at all, but a text".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "no backup");
        refused(packed(new Document("aura-backup", 2).append("more", true)), "format 2");

        assertThat(there.run("restore", home.resolve("missing").toString())).isEqualTo(78);
        Files.write(file, whole);
        Terminal foreign = new Terminal(
                        home, Map.of("AURA_MONGODB_URI", uri(), "AURA_SEED_ID", "another-seed-of-tests"))
                .withRunningClock();
        assertThat(foreign.run("restore", file.toString())).isEqualTo(78);
        assertThat(foreign.err()).contains("AURA_SEED_ID").hasLineCount(1);
        assertThat(written()).isEmpty();
    }

    @Test
    void restore_keyThatIsNotThere_isRefused() {
        users(embedded).updateOne(eq("auraId", "one"), set("note", "nothing enciphered"));
        done(here, "account", "create", "root", "--email", "root@example.org");
        done(here, "backup", file.toString());
        Terminal keyless = new Terminal(
                        home,
                        Map.of("AURA_MONGODB_URI", uri(), "AURA_ENCRYPTION_KEY", "0123456789abcdef0123456789abcdef"))
                .withRunningClock();

        assertThat(keyless.run("restore", file.toString())).isEqualTo(78);

        assertThat(keyless.err()).contains("AURA_ENCRYPTION_KEY").hasLineCount(1);
        assertThat(written()).isEmpty();
    }

    private void refused(byte[] content, String words) throws IOException {
        Files.write(file, content);
        assertThat(there.run("restore", file.toString())).as(there.out()).isEqualTo(78);
        assertThat(there.err()).contains(words).hasLineCount(1);
    }

    private static byte[] packed(Document header) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write('H');
            out.write(new RawBsonDocument(header, new DocumentCodec())
                    .getByteBuffer()
                    .array());
        }
        return bytes.toByteArray();
    }

    /** Save for the sign of life that every command gives. */
    private List<String> written() {
        List<String> names = database(other).listCollectionNames().into(new ArrayList<>());
        names.remove("invalidations");
        return names;
    }

    private Object epoch() {
        Document epoch = database(embedded)
                .getCollection("invalidations")
                .find(eq("_id", "epoch"))
                .first();
        return epoch == null ? "" : epoch.getString("epoch");
    }

    private String uri() {
        return "mongodb://127.0.0.1:" + mongo.getLocalAddress().getPort();
    }

    private static void done(Terminal terminal, String... arguments) {
        assertThat(terminal.run(arguments)).as(terminal.err()).isZero();
    }

    private static JsonNode json(Terminal terminal) throws IOException {
        return new ObjectMapper().readTree(terminal.lastLine());
    }

    private static List<Document> all(MongoClient client, String collection) {
        return database(client).getCollection(collection).find().into(new ArrayList<>());
    }

    private static MongoCollection<Document> users(MongoClient client) {
        return database(client).getCollection("users");
    }

    private static MongoDatabase database(MongoClient client) {
        return client.getDatabase("aura-users");
    }

    private void insert(String auraId, String userId, String type, String identifier) {
        Date at = Date.from(Instant.parse("2026-01-02T03:04:05Z"));
        users(embedded)
                .insertOne(new Document("_id", new ObjectId())
                        .append("auraId", auraId)
                        .append("auraGlobalId", "b3f0c7de-1111-4222-8333-444455556666")
                        .append("channelId", "8c2e8a5e-5c0f-4c1e-9d3b-2f6a1e0b7c44")
                        .append("userId", userId)
                        .append("authorizationId", "auth-" + auraId)
                        .append("authenticationType", type)
                        .append("authenticationIdentifier", identifier)
                        .append("created", at)
                        .append("registeredAt", at)
                        .append("lastAccess", at));
    }
}
