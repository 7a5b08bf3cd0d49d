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
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermsCommandTest {
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
        insert("fake-boris", "aura", "1", "accepted");
        insert("fake-boris", "aura", "2", "accepted");
        insert("fake-anne", "aura", "1", "accepted");
        insert("fake-carla", "aura", "2", "pending");
        insert("fake-dora", "other", "2", "accepted");
    }

    @AfterEach
    void stopStore() {
        client.close();
        running.close();
    }

    @Test
    void report_service_countsAllAndNamesThoseWhoLackTheVersion() throws IOException {
        assertThat(terminal.run("terms", "report", "--service", "aura", "--required", "1.5"))
                .as(terminal.err())
                .isZero();
        JsonNode report = json();
        assertThat(report.get("service").asText()).isEqualTo("aura");
        assertThat(report.get("required").asText()).isEqualTo("1.5");
        assertThat(report.get("users").asInt()).isEqualTo(3);
        assertThat(report.get("accepted").asInt()).isEqualTo(1);
        assertThat(report.get("missing"))
                .hasToString("[{\"user_id\":\"fake-anne\",\"version\":\"1\"},"
                        + "{\"user_id\":\"fake-carla\",\"version\":null}]");
    }

    @Test
    void report_serviceOfNobody_isAllZero() throws IOException {
        assertThat(terminal.run("terms", "report", "--service", "nothing", "--required", "1"))
                .isZero();
        assertThat(json().get("users").asInt()).isZero();
        assertThat(json().get("missing")).isEmpty();
    }

    @Test
    void report_wrongOrMissingArguments_isUsage() {
        assertThat(terminal.run("terms")).isEqualTo(64);
        assertThat(terminal.run("terms", "report", "--service", "aura")).isEqualTo(64);
        assertThat(terminal.run("terms", "report", "--service", "a b", "--required", "1"))
                .isEqualTo(64);
        assertThat(terminal.run("terms", "report", "--service", "aura", "--required", "latest"))
                .isEqualTo(64);
    }

    @Test
    void report_termsOff_saysWhatToSet() {
        Terminal off = new Terminal(home, Map.of("AURA_MONGODB_URI", running.uri())).withRunningClock();
        assertThat(off.run("terms", "report", "--service", "aura", "--required", "1"))
                .isEqualTo(78);
        assertThat(off.err()).contains("TAC_MONGODB_URI");
    }

    @Test
    void doctor_termsDatabaseAway_saysWhatToDo() {
        Terminal away = new Terminal(
                        home, Map.of("TAC_MONGODB_URI", "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200"))
                .withRunningClock();
        assertThat(away.run("doctor")).isEqualTo(69);
        assertThat(away.out()).containsPattern("mongo +answers").contains("check TAC_MONGODB_URI");
    }

    @Test
    void export_person_holdsTermsAndTheirHistory() throws IOException {
        client.getDatabase("aura-users").getCollection("users").insertOne(user());
        services()
                .updateOne(
                        new Document("user_id", "fake-anne"),
                        new Document(
                                "$push",
                                new Document(
                                        "history",
                                        new Document("what", "created")
                                                .append("status", "accepted")
                                                .append("at", new Date(0))
                                                .append("correlator", "a-correlator")
                                                .append("key", 1))));
        assertThat(terminal.run("users", "export", "--user-id", "fake-anne"))
                .as(terminal.err())
                .isZero();
        assertThat(json().get("terms"))
                .hasToString("[{\"user_id\":\"fake-anne\",\"name\":\"aura\",\"version\":\"1\",\"status\":\"accepted\","
                        + "\"created_at\":\"1970-01-01T00:00:00.000Z\"}]");
        assertThat(json().get("termsHistory"))
                .hasToString("[{\"user_id\":\"fake-anne\",\"name\":\"aura\",\"version\":\"1\",\"what\":\"created\","
                        + "\"status\":\"accepted\",\"at\":\"1970-01-01T00:00:00.000Z\",\"correlator\":\"a-correlator\","
                        + "\"key\":1}]");
    }

    @Test
    void erase_byTheCommandLine_takesTheTermsToo() {
        client.getDatabase("aura-users").getCollection("users").insertOne(user());
        assertThat(terminal.run("users", "erase", "+12025550100"))
                .as(terminal.err())
                .isZero();
        assertThat(services().distinct("user_id", String.class).into(new java.util.ArrayList<>()))
                .isEqualTo(List.of("fake-boris", "fake-carla", "fake-dora"));
    }

    private static Document user() {
        return new Document("auraId", "fake-aura-anne")
                .append("authorizationId", "fake-session")
                .append("auraGlobalId", "b3f0c7de-1111-4222-8333-444455556666")
                .append("channelId", "8c2e8a5e-5c0f-4c1e-9d3b-2f6a1e0b7c44")
                .append("userId", "fake-anne")
                .append("authenticationType", "phone_number")
                .append("authenticationIdentifier", "+12025550100")
                .append("created", new Date(0));
    }

    private void insert(String userId, String name, String version, String status) {
        services()
                .insertOne(new Document("user_id", userId)
                        .append("name", name)
                        .append("version", version)
                        .append("status", status)
                        .append("created_at", new Date(0)));
    }

    private MongoCollection<Document> services() {
        return client.getDatabase("tac").getCollection("services");
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(terminal.out());
    }
}
