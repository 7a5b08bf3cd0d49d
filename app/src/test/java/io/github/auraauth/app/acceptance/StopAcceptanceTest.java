package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.redis.FreePorts;
import io.github.auraauth.testkit.Eventually;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopAcceptanceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void terminate_whileItServes_endsWithStatusZero() {
        try (ServerProcess server = ServerProcess.start(folder, Servers.embedded())) {
            assertThat(server.stop()).isZero();
        }
    }

    @Test
    void terminate_duringItsDrain_isNotReadyAndServesAndEndsEachConnection() throws Exception {
        Map<String, String> environment = Servers.embedded();
        environment.put("AURA_SHUTDOWN_DRAIN", "4000");
        try (ServerProcess server = ServerProcess.start(folder, environment)) {
            Instant told = Instant.now();
            server.terminate();
            awaitLine(server, "\"stopping\"");
            Eventually.holds(
                    "the server is not ready", () -> get(server.uri("/healthz")).statusCode() == 503);
            while (Instant.now().isBefore(told.plusMillis(3_000))) {
                HttpResponse<String> ready = get(server.uri("/healthz"));
                assertThat(ready.statusCode()).isEqualTo(503);
                assertThat(ready.body()).contains("\"draining\"");
                for (URI other : List.of(server.uri("/aura-services/v1/local-ping"), server.termsUri("/metrics"))) {
                    HttpResponse<String> served = get(other);
                    assertThat(served.statusCode()).isEqualTo(200);
                    assertThat(served.headers().firstValue("connection")).contains("close");
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(server.awaitEnd()).isZero();
            assertThat(Duration.between(told, Instant.now())).isGreaterThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void terminate_whileItWaitsForMongo_endsWithStatusZero() throws Exception {
        try (ServerProcess server =
                ServerProcess.launch(folder, Servers.on("mongodb://127.0.0.1:" + FreePorts.next()))) {
            awaitLine(server, "MongoDB does not answer");

            assertThat(server.stop()).isZero();
        }
    }

    @Test
    void terminate_whileItStartsAndServesTermsAlready_drainsThem() throws Exception {
        Map<String, String> environment = Servers.on("mongodb://127.0.0.1:" + FreePorts.next());
        environment.put("AURA_SHUTDOWN_DRAIN", "3000");
        environment.put("TAC_APIKEY", Tac.KEY);
        try (ReturningMongo terms = new ReturningMongo()) {
            environment.put("TAC_MONGODB_URI", terms.uri() + "/tac");
            try (ServerProcess server = ServerProcess.launch(folder, environment)) {
                awaitLine(server, "terms are served on port");
                Instant told = Instant.now();
                server.terminate();
                awaitLine(server, "\"stopping\"");
                while (Instant.now().isBefore(told.plusMillis(2_000))) {
                    assertThat(get(server.termsUri("/metrics")).statusCode()).isEqualTo(200);
                    TimeUnit.MILLISECONDS.sleep(100);
                }
                assertThat(get(server.termsUri("/metrics")).headers().firstValue("connection"))
                        .contains("close");
                assertThat(server.awaitEnd()).isZero();
                assertThat(Duration.between(told, Instant.now())).isGreaterThan(Duration.ofSeconds(3));
            }
        }
    }

    @Test
    void start_dataFolderInUse_endsWithTheStatusOfItsConfiguration() {
        Map<String, String> environment = Servers.embedded();
        try (ServerProcess first = ServerProcess.start(folder, environment);
                ServerProcess second = ServerProcess.launch(folder, environment)) {
            assertThat(second.awaitEnd()).isEqualTo(78);
            assertThat(first.stop()).isZero();
        }
    }

    private static HttpResponse<String> get(URI uri) {
        return new Browser().get(uri);
    }

    private static void awaitLine(ServerProcess server, String text) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (server.output().stream().noneMatch(line -> line.contains(text))) {
            assertThat(Instant.now()).as("no line with " + text).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
