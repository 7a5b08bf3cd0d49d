package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountsClient.by;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup of a server that serves, restored into it when time has passed, and into another database. */
class BackupAcceptanceTest {
    private static final String PHONE = "+34600000042";

    @TempDir
    private static Path folder;

    private static ServerProcess server;
    private static CommandLine operator;
    private static Api api;

    @BeforeAll
    static void start() {
        Map<String, String> environment = withTerms(Servers.embedded());
        server = ServerProcess.start(folder, environment);
        operator = new CommandLine(folder, environment);
        api = new Api(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void restore_intoTheServerUnderLoadAndIntoAnother_bringsBackWhatWasNotTakenAway() throws Exception {
        String kept = register("kept");
        String lost = register("renewed");
        String removed = register("removed");
        String erased = Api.auraId(api.call(person("erased", PHONE)));
        String key = operator.run(
                "", "apikey", "generate", "-v", "9.5.0", "-s", "aura-services", "-a", "webchat", "-m", "r");
        operator.run("", "account", "create", "root", "--superuser");
        JsonNode token = json(operator.run("", "token", "create", "tests", "--account", "root", "--json"));
        new Tac(server).call("POST", Tac.services("kept-person"), Tac.body("aura", "1"));
        String file = folder.resolve("aura.backup").toString();

        try (Load load = new Load()) {
            load.awaitSome();
            operator.run("", "backup", file);
            operator.run("", "users", "erase", PHONE);
            assertThat(api.call(api.remove(removed)).statusCode()).isEqualTo(204);
            operator.run(key, "apikey", "revoke");
            operator.run("", "token", "revoke", token.at("/token/id").asText());
            assertThat(api.call(api.register(lost, "renewed-anew")).statusCode())
                    .isBetween(200, 201);

            JsonNode counts = json(operator.run("", "restore", file, "--json"));

            assertThat(counts.at("/collections/users/removed").asInt()).isGreaterThanOrEqualTo(2);
            assertThat(api.call(api.read(erased)).statusCode()).isEqualTo(404);
            assertThat(api.call(api.read(removed)).statusCode()).isEqualTo(404);
            assertThat(api.call(api.read(lost)).body()).contains("renewed-anew");
            assertThat(api.call(api.read(kept)).statusCode()).isEqualTo(200);
            assertThat(tokenStatus(server, token)).isEqualTo(401);
            Eventually.holds("the key is refused", () -> keyStatus(api, key) == 401);
            TimeUnit.SECONDS.sleep(1);
            assertThat(keyStatus(api, key)).isEqualTo(401);
            assertThat(api.call(api.read(removed)).statusCode()).isEqualTo(404);
            load.end();
            assertThat(load.faults).isEmpty();
            assertThat(load.removed)
                    .isNotEmpty()
                    .allSatisfy(id ->
                            assertThat(api.call(api.read(id)).statusCode()).isEqualTo(404));
        }

        MongoServer mongo = new MongoServer(new MemoryBackend());
        String uri = mongo.bindAndGetConnectionString();
        Path elsewhere = folder.resolve("elsewhere");
        Map<String, String> environment = withTerms(Servers.on(uri));
        environment.put("TAC_MONGODB_URI", uri);
        new CommandLine(elsewhere, environment).run("", "restore", file);
        try (ServerProcess another = ServerProcess.start(elsewhere, environment)) {
            Api there = new Api(another);
            assertThat(there.call(there.read(kept)).statusCode()).isEqualTo(200);
            assertThat(there.call(there.read(lost)).body()).contains("renewed").doesNotContain("renewed-anew");
            assertThat(keyStatus(there, key)).isEqualTo(200);
            assertThat(tokenStatus(another, token)).isEqualTo(200);
            assertThat(new Tac(another).call("GET", Tac.services("kept-person")).body())
                    .contains("accepted");
        } finally {
            mongo.shutdownNow();
        }
    }

    private static Map<String, String> withTerms(Map<String, String> environment) {
        Map<String, String> with = new HashMap<>(environment);
        with.put("TAC_APIKEY", Tac.KEY);
        return with;
    }

    private static String register(String authorizationId) {
        return Api.auraId(api.call(api.register(authorizationId)));
    }

    private static HttpRequest person(String authorizationId, String phone) {
        return HttpRequest.newBuilder(
                        api.register(authorizationId), (name, value) -> !name.startsWith("x-4p-authentication"))
                .header("x-4p-authentication-type", "phone_number")
                .header("x-4p-authentication-identifier", phone)
                .build();
    }

    private static int keyStatus(Api at, String key) {
        return at.call(at.request("/config", key).build()).statusCode();
    }

    private static int tokenStatus(ServerProcess at, JsonNode token) {
        return new AccountsClient(at)
                .get("/accounts/root", by("Token " + token.at("/secret").asText()))
                .statusCode();
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }

    /** Callers who register, read and remove, and must not notice anything. */
    private static final class Load implements AutoCloseable {
        private final Queue<String> removed = new ConcurrentLinkedQueue<>();
        private final Queue<String> faults = new ConcurrentLinkedQueue<>();
        private final Thread[] callers =
                IntStream.range(0, 2).mapToObj(this::caller).toArray(Thread[]::new);
        private volatile boolean ended;

        private Thread caller(int number) {
            Thread caller = new Thread(
                    () -> {
                        for (int i = 0; !ended; i++) {
                            callOnce("load-" + number + '-' + i);
                        }
                    },
                    "load-" + number);
            caller.start();
            return caller;
        }

        private void callOnce(String authorizationId) {
            String auraId = register(authorizationId);
            expect(200, api.read(auraId));
            expect(204, api.remove(auraId));
            expect(404, api.read(auraId));
            removed.add(auraId);
        }

        private void expect(int status, HttpRequest request) {
            int given = api.call(request).statusCode();
            if (given != status) {
                faults.add(request.method() + " answered " + given + " in place of " + status);
            }
        }

        void awaitSome() {
            Eventually.holds("there is load", () -> removed.size() > 5);
        }

        void end() {
            ended = true;
            try {
                for (Thread caller : callers) {
                    caller.join();
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            end();
        }
    }
}
