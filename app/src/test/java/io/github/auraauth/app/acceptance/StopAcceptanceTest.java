package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.redis.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
    void terminate_whileItWaitsForMongo_endsWithStatusZero() throws Exception {
        try (ServerProcess server =
                ServerProcess.launch(folder, Servers.on("mongodb://127.0.0.1:" + FreePorts.next()))) {
            awaitLine(server, "MongoDB does not answer");

            assertThat(server.stop()).isZero();
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

    private static void awaitLine(ServerProcess server, String text) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (server.output().stream().noneMatch(line -> line.contains(text))) {
            assertThat(Instant.now()).as("no line with " + text).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
