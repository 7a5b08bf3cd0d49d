package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.adapter.azure.FakeBlobStorage;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.testkit.Eventually;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances that share a data folder, under load: one is killed, the other stopped, and the storage takes files without
 * saying so, or too slowly. Each request names a channel of its own, by which its row is known.
 */
@Tag("deep")
class KpiFilesTest {
    @TempDir
    private Path folder;

    private final FakeBlobStorage storage = new FakeBlobStorage();
    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private String uri = "";

    @BeforeEach
    void open() {
        uri = mongo.bindAndGetConnectionString();
    }

    @AfterEach
    void close() {
        storage.close();
        mongo.shutdownNow();
    }

    @Test
    void rows_ofAKilledAndAStoppedInstanceOverFaultsOfTheStorage_areThereOnceEach() throws Exception {
        Map<String, Instant> killed = new ConcurrentHashMap<>();
        Map<String, Instant> stopped = new ConcurrentHashMap<>();
        storage.breakOff(true);
        Instant kill;
        try (ServerProcess a = ServerProcess.start(folder.resolve("a"), environment());
                ServerProcess b = ServerProcess.start(folder.resolve("b"), environment())) {
            Thread loadA = load(a, killed);
            Thread loadB = load(b, stopped);
            TimeUnit.SECONDS.sleep(6);
            kill = Instant.now();
            a.kill();
            loadA.join();
            assertThat(b.stop()).isZero();
            loadB.join();
            assertThat(b.output()).anyMatch(line -> line.contains("KPI files stay here until the next start"));
        }
        storage.answerAfter(Duration.ofSeconds(20));
        try (ServerProcess c = ServerProcess.start(folder.resolve("c"), environment())) {
            Instant told = Instant.now();
            assertThat(c.stop()).isZero();
            assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(25));
        }
        storage.answerAfter(Duration.ZERO);
        storage.breakOff(false);
        Instant surely = kill.minusSeconds(1);
        try (ServerProcess d = ServerProcess.start(folder.resolve("d"), environment())) {
            Eventually.holds(
                    "all files are sent",
                    () -> folder.resolve("data/kpis").toFile().list().length == 2
                            || rows().size() >= killed.size() + stopped.size());
            assertThat(d.stop()).isZero();
        }
        Map<String, Long> rows = rows();
        assertThat(killed).hasSizeGreaterThan(20);
        assertThat(stopped).hasSizeGreaterThan(20);
        assertThat(rows.values()).allMatch(times -> times == 1);
        assertThat(rows).containsKeys(stopped.keySet().toArray(String[]::new));
        assertThat(rows)
                .containsKeys(killed.entrySet().stream()
                        .filter(each -> each.getValue().isBefore(surely))
                        .map(Map.Entry::getKey)
                        .toArray(String[]::new));
        assertThat(folder.resolve("data/kpis")).isEmptyDirectory();
    }

    /** Registers people until the server is gone, and notes when each was acknowledged. */
    private static Thread load(ServerProcess server, Map<String, Instant> acknowledged) {
        Api api = new Api(server);
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    String channel = UUID.randomUUID().toString();
                    if (api.call(register(api, channel)).statusCode() == 200) {
                        acknowledged.put(channel, Instant.now());
                    }
                }
            } catch (AssertionError gone) {
                assertThat(gone).hasCauseInstanceOf(java.io.IOException.class);
            }
        });
        thread.start();
        return thread;
    }

    private static HttpRequest register(Api api, String channel) {
        return api.request("/users/aura-id", Api.key("kernel", AccessMode.WRITE))
                .header("x-4p-channel-id", channel)
                .header("x-4p-user-id", "user-of-" + channel)
                .header("x-4p-authorization-id", channel)
                .header("x-4p-authentication-type", "uid")
                .header("x-4p-authentication-identifier", "uid-of-" + channel)
                .build();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Servers.on(uri));
        environment.put("AURA_DATA_FOLDER", folder.resolve("data").toString());
        environment.put("AURA_SHUTDOWN_DRAIN", "0");
        environment.putAll(Servers.kpisIn(storage));
        return environment;
    }

    /** How often each channel has a row. */
    private Map<String, Long> rows() {
        return KpiRow.in(storage).stream()
                .filter(row -> !row.kind().equals("audit"))
                .collect(Collectors.groupingBy(KpiRow::channel, Collectors.counting()));
    }
}
