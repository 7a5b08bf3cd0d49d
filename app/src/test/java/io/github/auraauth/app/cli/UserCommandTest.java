package io.github.auraauth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.github.auraauth.embedded.DataFolder;
import io.github.auraauth.embedded.EmbeddedStore;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserCommandTest {
    private static final String CHANNEL = "8c2e8a5e-5c0f-4c1e-9d3b-2f6a1e0b7c44";
    private static final String GLOBAL = "b3f0c7de-1111-4222-8333-444455556666";

    @TempDir
    private Path home;

    private Terminal terminal;
    private EmbeddedStore running;
    private MongoClient client;

    @BeforeEach
    void startStore() throws Exception {
        running = EmbeddedStore.open(DataFolder.open(home.resolve("data")), Clock.systemUTC(), new SecureRandom());
        client = MongoClients.create(running.uri());
        terminal = new Terminal(home, Map.of()).withRunningClock();
        insert("one", "u-1", "phone_number", "+34600000001");
        insert("two", "u-1", "email", "one@example.org");
        insert("three", "u-3", "email", "three@example.org");
    }

    @AfterEach
    void stopStore() {
        client.close();
        running.close();
    }

    @Test
    void show_besideARunningServer_printsItsUser() throws IOException {
        assertThat(terminal.run("users", "show", "one")).as(terminal.err()).isZero();

        JsonNode user = json();
        assertThat(user.get("auraId").asText()).isEqualTo("one");
        assertThat(user.get("authenticationIdentifier").asText()).isEqualTo("+34600000001");
        assertThat(user.get("created").asText()).isEqualTo("2026-01-02T03:04:05.000Z");
        assertThat(user.has("idTokenHint")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users erase +34 600000001",
                "users find --phone=600000001",
                "users find --email a@example.org 600000001",
                "apikey 600000001",
                "600000001",
            })
    void execute_anArgumentTooMany_isUsageThatDoesNotRepeatIt(String arguments) {
        assertThat(terminal.run(arguments.split(" "))).isEqualTo(64);
        assertThat(terminal.err()).contains("Usage:").doesNotContain("600000001");
    }

    @Test
    void execute_unknownOption_isNamed() {
        assertThat(terminal.run("users", "show", "--nothing", "one")).isEqualTo(64);
        assertThat(terminal.err()).contains("there is no option --nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongodb://u:hidden@a/?w=hidden&readPreference=hidden", "mongodb://u:hidden@a:99999/"})
    void show_mongoAddressThatTheDriverCannotRead_isConfiguration(String uri) {
        var misconfigured = new Terminal(home, Map.of("AURA_MONGODB_URI", uri));

        assertThat(misconfigured.run("users", "show", "one")).isEqualTo(78);
        assertThat(misconfigured.err()).contains("AURA_MONGODB_URI").doesNotContain("hidden");
    }

    @Test
    void show_unknownUser_isRefused() {
        assertThat(terminal.run("users", "show", "nobody")).isEqualTo(1);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("no such user");
    }

    @Test
    void find_byEachKind_printsAList() throws IOException {
        assertThat(terminal.run("users", "find", "--phone-number", "0034 600-000 001"))
                .isZero();
        assertThat(json()).hasSize(1);
        assertThat(terminal.run("users", "find", "--email", "Three@Example.org"))
                .isZero();
        assertThat(json().get(0).get("auraId").asText()).isEqualTo("three");
        assertThat(terminal.run("users", "find", "--user-id", "u-1")).isZero();
        assertThat(json()).hasSize(2);
        assertThat(terminal.run("users", "find", "--user-id", "u-9")).isEqualTo(1);
        assertThat(json()).isEmpty();
    }

    @Test
    void export_byPhoneNumber_holdsTheSiblingsToo() throws IOException {
        assertThat(terminal.run("users", "export", "--phone-number", "+34600000001"))
                .isZero();

        assertThat(json().get("users").findValuesAsText("auraId")).containsExactlyInAnyOrder("one", "two");
        assertThat(json().get("exportedAt").asText()).endsWith("Z");
    }

    @Test
    void remove_twice_isDoneThenRefused() {
        assertThat(terminal.run("users", "remove", "three")).as(terminal.err()).isZero();
        assertThat(terminal.run("users", "remove", "three")).isEqualTo(1);
        assertThat(users().countDocuments()).isEqualTo(2);
    }

    @Test
    void erase_phoneNumber_takesTheSiblingsToo() {
        assertThat(terminal.run("users", "erase", "+34600000001"))
                .as(terminal.err())
                .isZero();
        assertThat(users().find().map(row -> row.getString("auraId"))).containsExactly("three");
        assertThat(terminal.run("users", "erase", "+34600000001")).isEqualTo(1);
    }

    /** Rows that another program wrote stand in nobody's way, and nobody takes what is printed for all there is. */
    @Test
    void call_rowThatCannotBeRead_saysSoAndIsErased() throws IOException {
        insert("a/b", "u-1", "phone_number", "+34600000001");
        insert("four", "u-1", "email", "four@example.org");
        users().updateOne(new Document("auraId", "four"), new Document("$unset", new Document("channelId", "")));

        assertThat(terminal.run("users", "find", "--phone-number", "+34600000001"))
                .as(terminal.err())
                .isZero();
        assertThat(json()).hasSize(2);
        assertThat(json().get(1).get("unreadable").asBoolean()).isTrue();
        assertThat(json().get(1).get("auraId").asText()).isEqualTo("a/b");
        assertThat(terminal.err()).contains("1 of the rows cannot be read");
        assertThat(terminal.run("users", "export", "--phone-number", "+34600000001"))
                .isZero();
        assertThat(json().get("users").findValuesAsText("auraId"))
                .containsExactlyInAnyOrder("one", "a/b", "two", "four");
        assertThat(terminal.err()).contains("2 of the rows cannot be read");
        assertThat(terminal.run("users", "show", "four")).isEqualTo(1);
        assertThat(json().get("unreadable").asBoolean()).isTrue();
        assertThat(terminal.run("users", "erase", "+34600000001"))
                .as(terminal.err())
                .isZero();
        assertThat(users().find().map(row -> row.getString("auraId"))).containsExactly("three");
    }

    @Test
    void remove_rowThatCannotBeRead_isDone() {
        users().updateOne(new Document("auraId", "three"), new Document("$set", new Document("userId", 1.5)));
        assertThat(terminal.run("users", "remove", "three")).as(terminal.err()).isZero();
        assertThat(users().countDocuments()).isEqualTo(2);
    }

    @Test
    void erase_numberStoredWithItsTrunkZero_isDone() {
        insert("four", "u-4", "phone_number", "+4402079460018");
        assertThat(terminal.run("users", "erase", "+44 (0)20 7946 0018"))
                .as(terminal.err())
                .isZero();
        assertThat(users().countDocuments()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users",
                "users show",
                "users show a/b",
                "users remove ..",
                "users erase 12",
                "users find",
                "users find --phone-number 1",
                "users find --email a --user-id b",
                "users export --network ",
            })
    void call_wrongArguments_areUsage(String arguments) {
        assertThat(terminal.run(arguments.split(" ", -1))).isEqualTo(64);
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void makeup_twice_hasNothingToDoTheSecondTime() {
        assertThat(terminal.run("makeup")).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("applied");
        assertThat(terminal.run("makeup")).isZero();
        assertThat(terminal.out()).contains("nothing to do");
    }

    @Test
    void doctor_everythingThere_saysSo() {
        assertThat(terminal.run("doctor")).as(terminal.out()).isZero();
        assertThat(terminal.out()).containsPattern("configuration +good").containsPattern("mongo +answers");
    }

    @Test
    void call_storeAway_endsWithItsStatus() {
        Terminal away = new Terminal(
                        home,
                        Map.of(
                                "AURA_MONGODB_URI", "mongodb://canary:canary@127.0.0.1:1",
                                "AURA_MONGODB_SERVER_SELECTION_TIMEOUT_MS", "300"))
                .withRunningClock();

        assertThat(away.run("users", "show", "one")).isEqualTo(69);
        assertThat(away.err()).contains("mongo", "aura doctor").doesNotContain("canary");
        assertThat(away.run("doctor")).isEqualTo(69);
        assertThat(away.out()).containsPattern("mongo +does not answer: check AURA_MONGODB_URI");
    }

    private MongoCollection<Document> users() {
        return client.getDatabase("aura-users").getCollection("users");
    }

    private void insert(String auraId, String userId, String type, String identifier) {
        users().insertOne(new Document("auraId", auraId)
                .append("authorizationId", "session-" + auraId)
                .append("auraGlobalId", GLOBAL)
                .append("channelId", CHANNEL)
                .append("userId", userId)
                .append("authenticationType", type)
                .append("authenticationIdentifier", identifier)
                .append("created", Date.from(Terminal.NOW))
                .append("registeredAt", Date.from(Terminal.NOW))
                .append("lastAccess", Date.from(Terminal.NOW)));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(terminal.out());
    }
}
