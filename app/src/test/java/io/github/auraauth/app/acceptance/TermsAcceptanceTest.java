package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The terms API as its users meet it. */
class TermsAcceptanceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USER = "9a47b037-825f-4ae7-bf55-6290efd5d036";
    private static final String SERVICES = Tac.services(USER);
    private static final String AURA_1 = "{\n\t\"version\": \"1\",\n\t\"name\": \"aura\"\n}";

    @TempDir
    Path folder;

    @Test
    void anyCall_ofTheSeed_isAnsweredFieldForFieldAndOutlivesARestart() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder, embedded())) {
            Tac tac = new Tac(server);
            assertThat(tac.call("GET", SERVICES).body()).isEqualTo("[]");
            assertThat(tac.call("GET", SERVICES + "/aura/1").statusCode()).isEqualTo(404);
            HttpResponse<String> created = tac.call("POST", SERVICES, AURA_1);
            String createdAt = assertRecord(created, 201, "1", "accepted");
            assertThat(Instant.parse(createdAt)).isBetween(Instant.now().minusSeconds(60), Instant.now());
            assertThat(tac.call("GET", SERVICES).body()).isEqualTo("[" + created.body() + "]");
            assertThat(tac.call("GET", SERVICES + "/aura/1").body()).isEqualTo(created.body());
            assertThat(tac.call("POST", SERVICES, AURA_1).body()).isEqualTo(created.body());
            assertThat(new Tac(server, Tac.SECOND_KEY).call("DELETE", SERVICES).statusCode())
                    .isEqualTo(204);
            assertThat(tac.call("DELETE", SERVICES).statusCode()).isEqualTo(204);
            assertThat(tac.call("GET", SERVICES).body()).isEqualTo("[]");

            HttpResponse<String> pending = tac.call("POST", SERVICES + "/pending", AURA_1);
            String pendingAt = assertRecord(pending, 201, "1", "pending");
            assertThat(tac.call("POST", SERVICES + "/pending", AURA_1).body()).isEqualTo(pending.body());
            HttpResponse<String> conflict = tac.call("POST", SERVICES + "/other", AURA_1);
            assertThat(conflict.statusCode()).isEqualTo(409);
            assertThat(conflict.body()).contains("\"ALREADY_EXISTS\"");
            assertCounts(tac.call("PUT", SERVICES + "/newStatus", AURA_1), 1, 1);
            assertCounts(tac.call("PUT", SERVICES + "/newStatus", AURA_1), 1, 0);
            assertCounts(tac.call("PUT", SERVICES + "/newStatus", Tac.body("aura", "2")), 0, 0);
            HttpResponse<String> accepted = tac.call("POST", SERVICES, AURA_1);
            assertThat(assertRecord(accepted, 201, "1", "accepted")).isEqualTo(pendingAt);
            assertCounts(tac.call("PUT", SERVICES + "/newStatus", AURA_1), 1, 0);

            JsonNode ping = JSON.readTree(tac.call("GET", "/ping").body());
            assertThat(ping.at("/service/name").asText()).isEqualTo("tac");
            assertThat(names(ping)).containsExactly("timestamp", "uptime", "service");
            assertThat(tac.call("GET", "/metrics").body())
                    .contains("path=\"/v0/users/{user_id}/services/{status}\"")
                    .doesNotContain(USER);
            server.kill();
        }
        try (ServerProcess again = ServerProcess.start(folder, embedded())) {
            assertThat(assertRecord(new Tac(again).call("GET", SERVICES + "/aura/1"), 200, "1", "accepted"))
                    .isNotEmpty();
            assertThat(again.stop()).isZero();
            assertThat(again.output()).noneMatch(line -> line.contains(Tac.KEY) || line.contains(USER));
        }
    }

    @Test
    void twoVersions_sideBySide_areListedNewestFirstAndComparedByNumbers() {
        try (ServerProcess server = ServerProcess.start(folder, embedded())) {
            Tac tac = new Tac(server);
            HttpResponse<String> nine = tac.call("POST", SERVICES, Tac.body("aura", "1.9"));
            HttpResponse<String> ten = tac.call("POST", SERVICES + "/pending", Tac.body("aura", "1.10"));
            assertThat(tac.call("GET", SERVICES).body()).isEqualTo("[" + ten.body() + "," + nine.body() + "]");
            assertThat(latest(tac, "1.10")).isEqualTo("{\"accepted\":false,\"version\":\"1.9\"}");
            assertThat(latest(tac, "1.9.0")).isEqualTo("{\"accepted\":true,\"version\":\"1.9\"}");
            tac.call("PUT", SERVICES + "/accepted", Tac.body("aura", "1.10"));
            assertThat(latest(tac, "1.10")).isEqualTo("{\"accepted\":true,\"version\":\"1.10\"}");
            assertThat(latest(tac, "2")).isEqualTo("{\"accepted\":false,\"version\":\"1.10\"}");
        }
    }

    @Test
    void accept_fiftyEqualOnesAtOnceOnTwoServers_givesOneRecordAndFiftyEqualAnswers() {
        MongoServer mongo = new MongoServer(new MemoryBackend());
        Map<String, String> environment = overOne(mongo.bindAndGetConnectionString());
        try (ServerProcess first = ServerProcess.start(folder.resolve("a"), environment);
                ServerProcess second = ServerProcess.start(folder.resolve("b"), environment);
                MongoClient client = MongoClients.create(environment.get("AURA_MONGODB_URI"))) {
            Tac a = new Tac(first);
            Tac b = new Tac(second);
            List<HttpRequest> requests = IntStream.range(0, 50)
                    .mapToObj(i -> (i % 2 == 0 ? a : b).request("POST", SERVICES, AURA_1))
                    .toList();

            List<HttpResponse<String>> answers = a.callAll(requests);

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
            assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
            List<Document> stored =
                    client.getDatabase("tac").getCollection("services").find().into(new ArrayList<>());
            assertThat(stored).hasSize(1);
            assertThat(stored.get(0).getList("history", Document.class)).hasSize(1);
        } finally {
            mongo.shutdownNow();
        }
    }

    @Test
    void put_manyAtOnce_countsEachChangeOnce() throws Exception {
        MongoServer mongo = new MongoServer(new MemoryBackend());
        Map<String, String> environment = overOne(mongo.bindAndGetConnectionString());
        try (ServerProcess server = ServerProcess.start(folder, environment);
                MongoClient client = MongoClients.create(environment.get("AURA_MONGODB_URI"))) {
            Tac tac = new Tac(server);
            tac.call("POST", SERVICES + "/pending", AURA_1);
            List<HttpRequest> same = Collections.nCopies(50, tac.request("PUT", SERVICES + "/seen", AURA_1));
            assertThat(changed(tac.callAll(same))).isEqualTo(1);

            List<HttpRequest> different = IntStream.range(0, 50)
                    .mapToObj(i -> tac.request("PUT", SERVICES + (i == 25 ? "/accepted" : "/word" + i), AURA_1))
                    .toList();
            int changed = changed(tac.callAll(different));

            Document stored =
                    client.getDatabase("tac").getCollection("services").find().first();
            List<Document> history = stored.getList("history", Document.class);
            assertThat(history).hasSize(2 + changed);
            assertThat(stored.getString("status")).isEqualTo("accepted");
            assertThat(history.get(history.size() - 1).getString("status")).isEqualTo("accepted");
        } finally {
            mongo.shutdownNow();
        }
    }

    @Test
    void anyCall_wrongKeyOrInput_isRefusedAndNothingIsWritten() {
        MongoServer mongo = new MongoServer(new MemoryBackend());
        Map<String, String> environment = overOne(mongo.bindAndGetConnectionString());
        try (ServerProcess server = ServerProcess.start(folder, environment);
                MongoClient client = MongoClients.create(environment.get("AURA_MONGODB_URI"))) {
            for (String key : List.of("wrong", Tac.KEY + "," + Tac.SECOND_KEY, Tac.KEY.substring(1))) {
                Tac stranger = new Tac(server, key);
                assertThat(stranger.call("POST", SERVICES, AURA_1).statusCode()).isEqualTo(401);
                assertThat(stranger.call("PUT", SERVICES + "/pending", AURA_1).statusCode())
                        .isEqualTo(401);
                assertThat(stranger.call("GET", SERVICES).statusCode()).isEqualTo(401);
            }
            Tac tac = new Tac(server);
            for (String body : List.of("{}", "[]", "{\"version\":1,\"name\":\"aura\"}", Tac.body("aura", "latest"))) {
                assertThat(tac.call("POST", SERVICES, body).statusCode())
                        .as(body)
                        .isEqualTo(400);
            }
            for (String word : List.of("revoked", "Rejected", "REFUSED", "declined", "1st")) {
                assertThat(tac.call("POST", SERVICES + '/' + word, AURA_1).statusCode())
                        .isEqualTo(400);
                assertThat(tac.call("PUT", SERVICES + '/' + word, AURA_1).statusCode())
                        .isEqualTo(400);
            }
            assertThat(tac.call("POST", SERVICES, Tac.body("a b", "1")).statusCode())
                    .isEqualTo(400);
            assertThat(client.getDatabase("tac").getCollection("services").countDocuments())
                    .isZero();
        } finally {
            mongo.shutdownNow();
        }
    }

    @Test
    void key_generatedWithTheEmbeddedStore_isKeptInTheDataFolder() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder, Servers.embedded())) {
            String key = Files.readString(folder.resolve("data/tac-apikey")).strip();
            assertThat(new Tac(server, key).call("POST", SERVICES, AURA_1).statusCode())
                    .isEqualTo(201);
            assertThat(new Tac(server).call("POST", SERVICES, AURA_1).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void start_portTaken_endsWithAClearError() {
        try (ServerProcess server = ServerProcess.start(folder.resolve("a"), embedded())) {
            Map<String, String> environment = embedded();
            environment.put("TAC_PORT", Integer.toString(server.termsUri("/").getPort()));
            ServerProcess second = ServerProcess.launch(folder.resolve("b"), environment);
            assertThat(second.awaitEnd()).isEqualTo(78);
            assertThat(second.output()).anyMatch(line -> line.contains("set TAC_PORT to another port"));
        }
    }

    private static Map<String, String> embedded() {
        return withKeys(Servers.embedded());
    }

    /** Users and terms in two databases of one server. */
    private static Map<String, String> overOne(String mongoUri) {
        Map<String, String> environment = withKeys(Servers.on(mongoUri));
        environment.put("TAC_MONGODB_URI", mongoUri);
        return environment;
    }

    private static Map<String, String> withKeys(Map<String, String> environment) {
        environment.put("TAC_APIKEY", Tac.KEY + "," + Tac.SECOND_KEY);
        return environment;
    }

    private static String latest(Tac tac, String required) {
        return tac.call("GET", SERVICES + "/aura/latest?required=" + required).body();
    }

    /** @return when it was created */
    private static String assertRecord(HttpResponse<String> answer, int code, String version, String status)
            throws Exception {
        assertThat(answer.statusCode()).isEqualTo(code);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode record = JSON.readTree(answer.body());
        assertThat(names(record)).containsExactly("user_id", "name", "version", "status", "created_at");
        assertThat(record.get("user_id").asText()).isEqualTo(USER);
        assertThat(record.get("name").asText()).isEqualTo("aura");
        assertThat(record.get("version").asText()).isEqualTo(version);
        assertThat(record.get("status").asText()).isEqualTo(status);
        assertThat(record.get("created_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        return record.get("created_at").asText();
    }

    private static void assertCounts(HttpResponse<String> answer, int found, int changed) {
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"n\":%d,\"nModified\":%d,\"ok\":1}", found, changed);
    }

    private static int changed(List<HttpResponse<String>> answers) throws Exception {
        int changed = 0;
        for (HttpResponse<String> answer : answers) {
            assertThat(answer.statusCode()).isEqualTo(201);
            JsonNode counts = JSON.readTree(answer.body());
            assertThat(counts.get("n").asInt()).isEqualTo(1);
            changed += counts.get("nModified").asInt();
        }
        return changed;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
