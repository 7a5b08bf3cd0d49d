package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.github.auraauth.domain.access.AccessMode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users and terms on two servers of their own, either of which may go away; and what an erasure does to both. */
class TermsOutageAcceptanceTest {
    private static final String NUMBER = "+12025550100";
    private static final String AURA_1 = Tac.body("aura", "1");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ReturningMongo users = new ReturningMongo();
    private final ReturningMongo terms = new ReturningMongo();

    @AfterEach
    void stop() {
        users.close();
        terms.close();
    }

    @Test
    @Tag("measuring")
    void usersDatabase_away_leavesTermsServed() throws InterruptedException {
        try (ServerProcess server = ServerProcess.start(folder, environment())) {
            Tac tac = new Tac(server);
            Api api = new Api(server);
            users.goAway();
            assertThat(api.call(api.register("session-1")).statusCode()).isEqualTo(503);
            for (int i = 0; i < 20; i++) {
                long start = System.nanoTime();
                assertThat(tac.call("POST", Tac.services("fake-anne"), AURA_1).statusCode())
                        .isEqualTo(201);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            }
            users.comeBack();
            await(() -> api.call(api.register("session-2")).statusCode() == 200);
        }
    }

    @Test
    void termsDatabase_away_leavesUsersServedAndHealthGreen() throws InterruptedException {
        try (ServerProcess server = ServerProcess.start(folder, environment())) {
            Tac tac = new Tac(server);
            Api api = new Api(server);
            terms.goAway();
            assertThat(tac.call("POST", Tac.services("fake-anne"), AURA_1).statusCode())
                    .isEqualTo(503);
            assertThat(api.call(api.register("session-1")).statusCode()).isEqualTo(200);
            // the last look may be a second old
            await(() -> health(api, server).body().contains("\"terms\":\"down\""));
            assertThat(health(api, server).statusCode()).isEqualTo(200);
            assertThat(health(api, server).body()).contains("\"mongo\":\"up\"");
            terms.comeBack();
            await(() -> tac.call("POST", Tac.services("fake-anne"), AURA_1).statusCode() == 201);
        }
    }

    @Test
    void start_termsDatabaseAway_servesUsersAndTermsLater() throws InterruptedException {
        terms.goAway();
        try (ServerProcess server = ServerProcess.start(folder, environment())) {
            Api api = new Api(server);
            assertThat(api.call(api.register("session-1")).statusCode()).isEqualTo(200);
            terms.comeBack();
            await(() -> server.output().stream().anyMatch(line -> line.contains("terms are served on port")));
            assertThat(new Tac(server)
                            .call("POST", Tac.services("fake-anne"), AURA_1)
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Tag("deep")
    @Test
    void start_usersDatabaseAway_servesTermsAndUsersLater() throws InterruptedException {
        users.goAway();
        try (ServerProcess server = ServerProcess.launch(folder, environment())) {
            await(() -> server.output().stream().anyMatch(line -> line.contains("terms are served on port")));
            assertThat(new Tac(server)
                            .call("POST", Tac.services("fake-anne"), AURA_1)
                            .statusCode())
                    .isEqualTo(201);
            users.comeBack();
            server.awaitReady();
        }
    }

    @Test
    void erase_person_leavesNoRecordAndNoHistoryAndAReceipt() throws InterruptedException {
        try (ServerProcess server = ServerProcess.start(folder, environment());
                MongoClient client = MongoClients.create(terms.directUri());
                MongoClient receipts = MongoClients.create(users.directUri())) {
            accept(server);
            MongoCollection<Document> services = client.getDatabase("tac").getCollection("services");
            assertThat(services.countDocuments()).isEqualTo(5);

            // a machine with too much to do gets 503, which says that it goes on
            assertThat(erase(server)).isIn(204, 503);
            MongoCollection<Document> erasures =
                    receipts.getDatabase("aura-users").getCollection("erasures");
            await(() -> erasures.find().first().containsKey("finished"));

            assertThat(services.find().map(document -> document.getString("user_id")))
                    .containsExactly("fake-stranger");
            Document receipt = erasures.find().first();
            assertThat(receipt).containsEntry("rows", 1).containsEntry("terms", 4L);
            assertThat(receipt.toJson()).doesNotContain(NUMBER.substring(1), "user-of-anne");
            assertThat(erase(server)).isEqualTo(404);
        }
    }

    @Tag("deep")
    @Test
    void erase_termsDatabaseAway_isFinishedWhenItIsBackAlsoAfterACrash() throws InterruptedException {
        try (MongoClient receipts = MongoClients.create(users.directUri())) {
            MongoCollection<Document> erasures =
                    receipts.getDatabase("aura-users").getCollection("erasures");
            try (ServerProcess server = ServerProcess.start(folder, environment())) {
                accept(server);
                terms.goAway();
                assertThat(erase(server)).isEqualTo(204);
                assertThat(erasures.find().first()).doesNotContainKey("finished");
                server.kill();
            }
            terms.comeBack();
            try (ServerProcess again = ServerProcess.start(folder, environment());
                    MongoClient client = MongoClients.create(terms.directUri())) {
                await(() -> erasures.find().first().containsKey("finished"));
                assertThat(client.getDatabase("tac")
                                .getCollection("services")
                                .find()
                                .map(document -> document.getString("user_id")))
                        .containsExactly("fake-stranger");
                assertThat(erasures.find().first()).containsEntry("terms", 4L);
                assertThat(erase(again)).isEqualTo(404);
            }
        }
    }

    private static HttpResponse<String> health(Api api, ServerProcess server) {
        return api.call(HttpRequest.newBuilder(server.uri("/healthz")).build());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = Servers.on(users.uri());
        environment.put("TAC_MONGODB_URI", terms.uri() + "/tac");
        environment.put("TAC_APIKEY", Tac.KEY);
        return environment;
    }

    /** A person's records under each of his identifiers, one of them removed, and a stranger's. */
    private static void accept(ServerProcess server) {
        Api api = new Api(server);
        Tac tac = new Tac(server);
        HttpRequest register = api.request("/users/aura-id/fake-aura", Api.key("aura-bot", AccessMode.WRITE))
                .header("x-4p-channel-id", Api.CHANNEL)
                .header("x-4p-user-id", "user-of-anne")
                .header("x-4p-authorization-id", "session-of-anne")
                .header("x-4p-authentication-type", "phone_number")
                .header("x-4p-authentication-identifier", NUMBER)
                .build();
        var globalId = Pattern.compile("\"auraGlobalId\":\"([^\"]+)\"")
                .matcher(api.call(register).body());
        assertThat(globalId.find()).isTrue();
        for (String userId : new String[] {"fake-aura", "user-of-anne", globalId.group(1), "fake-stranger"}) {
            assertThat(tac.call("POST", Tac.services(userId), AURA_1).statusCode())
                    .isEqualTo(201);
        }
        tac.call("DELETE", Tac.services("fake-aura"));
        assertThat(tac.call("POST", Tac.services("fake-aura") + "/pending", Tac.body("aura", "2"))
                        .statusCode())
                .isEqualTo(201);
    }

    private static int erase(ServerProcess server) {
        Api api = new Api(server);
        return api.call(api.request("/admin/users/phone-numbers/" + NUMBER, Api.key("kernel", AccessMode.WRITE))
                        .DELETE()
                        .build())
                .statusCode();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}
