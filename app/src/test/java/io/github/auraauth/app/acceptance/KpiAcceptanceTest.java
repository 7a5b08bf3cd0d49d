package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.azure.FakeBlobStorage;
import io.github.auraauth.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that sends KPI files to storage that is away, is killed, starts again and is stopped. */
class KpiAcceptanceTest {
    @TempDir
    private Path folder;

    @Test
    void rows_overAnOutageAKillAndAStop_areInTheStorageOnceEach() throws Exception {
        try (FakeBlobStorage storage = new FakeBlobStorage()) {
            storage.failWith(503);
            try (ServerProcess server = ServerProcess.start(folder, environment(storage))) {
                Api api = new Api(server);
                assertThat(api.call(api.register("an-aura-id", "one")).statusCode())
                        .isEqualTo(200);
                assertThat(api.call(api.remove("nobody")).statusCode()).isEqualTo(404);
                TimeUnit.SECONDS.sleep(1); // what is older than that outlives a kill
                server.kill();
            }
            assertThat(storage.paths()).isEmpty();
            storage.failWith(0);
            try (ServerProcess server = ServerProcess.start(folder, environment(storage))) {
                Eventually.holds("what was left", () -> rows(storage).size() == 2);
                Api api = new Api(server);
                assertThat(api.call(api.remove("an-aura-id")).statusCode()).isEqualTo(204);
                assertThat(server.stop()).isZero();
                assertThat(server.output()).noneMatch(line -> line.contains("uid-of-one"));
            }
            // a stop sends for a short time only; what it leaves is sent after the next start
            try (ServerProcess server = ServerProcess.start(folder, environment(storage))) {
                Eventually.holds(
                        "what the stop may have left", () -> rows(storage).size() == 3);
                assertThat(server.stop()).isZero();
            }
            assertThat(rows(storage))
                    .map(row -> row.replaceAll("^[^,]+Z,", "").replaceAll("\\d+,7\\.7\\.7$", "MS"))
                    .containsExactlyInAnyOrder(
                            "register," + Api.CHANNEL + ",uid,created,MS", "remove,,,absent,MS", "remove,,,removed,MS");
            assertThat(storage.paths())
                    .hasSizeBetween(2, 5) // a head of the audit trail may be sent before the first row
                    .allMatch(path ->
                            path.matches("kpis/" + Api.ENVIRONMENT + "/\\d{4}-\\d{2}-\\d{2}/[0-9a-f]{12}-[123]\\.csv"))
                    .allMatch(path -> storage.mediaType(path).orElseThrow().equals("text/csv"));
        }
    }

    private static Map<String, String> environment(FakeBlobStorage storage) {
        Map<String, String> environment = Servers.embedded();
        environment.put("AURA_VERSION", "7.7.7");
        environment.put("AURA_SHUTDOWN_DRAIN", "0");
        environment.putAll(Servers.kpisIn(storage));
        return environment;
    }

    /** All rows but headers and heads of the audit trail, with one row for each time that one is there. */
    private static List<String> rows(FakeBlobStorage storage) {
        return storage.paths().stream()
                .flatMap(path -> new String(storage.bytes(path).orElseThrow(), StandardCharsets.UTF_8)
                        .lines()
                        .skip(1))
                .filter(row -> !row.contains("Z,audit,"))
                .toList();
    }
}
