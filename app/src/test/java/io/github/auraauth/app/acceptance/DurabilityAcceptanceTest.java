package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityAcceptanceTest {
    @TempDir
    Path folder;

    @Test
    void kill_amidFiveHundredRegistrations_losesNothingAcknowledged() throws InterruptedException {
        for (int round = 0; round < Thoroughness.rounds(1, 3); round++) {
            killAmidFiveHundredRegistrations(folder.resolve("round-" + round));
        }
    }

    private static void killAmidFiveHundredRegistrations(Path folder) throws InterruptedException {
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        try (ServerProcess server = ServerProcess.start(folder, Servers.embedded())) {
            registerUntilKilled(server, acknowledged);
        }
        assertThat(acknowledged).hasSizeBetween(200, 499);

        try (ServerProcess again = ServerProcess.start(folder, Servers.embedded())) {
            Api api = new Api(again);
            acknowledged.forEach((authorizationId, auraId) -> {
                HttpResponse<String> answer = api.call(api.read(auraId));
                assertThat(answer.statusCode()).as(authorizationId).isEqualTo(200);
                assertThat(answer.body()).contains(authorizationId);
            });
        }
    }

    @Test
    void stop_withSigterm_endsWithZeroAndKeepsAll() {
        String auraId;
        try (ServerProcess server = ServerProcess.start(folder, Servers.embedded())) {
            Api api = new Api(server);
            auraId = Api.auraId(api.call(api.register("session-1")));

            assertThat(server.stop()).as(String.join("\n", server.output())).isZero();
        }
        try (ServerProcess again = ServerProcess.start(folder, Servers.embedded())) {
            Api api = new Api(again);

            assertThat(api.call(api.read(auraId)).statusCode()).isEqualTo(200);
        }
    }

    private static void registerUntilKilled(ServerProcess server, Map<String, String> acknowledged)
            throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        Api api = new Api(server);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        for (int caller = 0; caller < 8; caller++) {
            callers.execute(() -> {
                for (int i = next.incrementAndGet(); i <= 500; i = next.incrementAndGet()) {
                    String authorizationId = "session-" + i;
                    try {
                        var answer = client.send(api.register(authorizationId), HttpResponse.BodyHandlers.ofString());
                        if (answer.statusCode() == 200) {
                            acknowledged.put(authorizationId, Api.auraId(answer));
                            killInTheMiddle(server, answered.incrementAndGet());
                        }
                    } catch (IOException killed) {
                        return;
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                }
            });
        }
        callers.shutdown();
        assertThat(callers.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
    }

    /** By the caller who has the answer, so that the others cannot end their work before another thread wakes. */
    private static void killInTheMiddle(ServerProcess server, int answered) {
        if (answered == 200) {
            server.kill();
        }
    }
}
