package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.testkit.Eventually;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** KPI files in Microsoft's own emulator, which refuses them at first, is away then, and has them once each in the end. */
@Tag("deep")
class KpiAzuriteTest {
    private static final int SOME = 20;

    @TempDir
    private Path folder;

    private Azurite azurite;
    private CuttableProxy toAzurite;
    private BlobContainerClient container;

    @BeforeEach
    void open() {
        azurite = Azurite.start(folder.resolve("azurite"));
        toAzurite = new CuttableProxy(azurite.address());
        container = azurite.service().getBlobContainerClient("kpis");
    }

    @AfterEach
    void close() {
        toAzurite.close();
        azurite.close();
    }

    @Test
    void rows_overARefusalAnOutageAndAKill_areInTheContainerOnceEach() throws Exception {
        List<String> channels = new ArrayList<>();
        try (ServerProcess server = start()) {
            channels.addAll(registerSome(server));
            assertStaysHere(server);
        }
        container.create();
        toAzurite.cut();
        try (ServerProcess server = start()) {
            channels.addAll(registerSome(server));
            TimeUnit.SECONDS.sleep(1); // what is older than that outlives a kill
            server.kill();
        }
        try (ServerProcess server = start()) {
            channels.addAll(registerSome(server));
            assertStaysHere(server);
        }
        assertThat(names()).isEmpty();

        toAzurite.join();
        try (ServerProcess server = start()) {
            Eventually.holds("what was left", () -> channelsRegistered().size() >= channels.size());
            channels.addAll(registerSome(server));
            assertThat(server.stop()).isZero();
            assertThat(server.output()).noneMatch(line -> line.contains("KPI files stay here"));
        }
        assertThat(channelsRegistered()).containsExactlyInAnyOrderElementsOf(channels);
        assertThat(names())
                .allMatch(name -> name.matches(Api.ENVIRONMENT + "/\\d{4}-\\d{2}-\\d{2}/[0-9a-f]{12}-\\d+\\.csv"))
                .allMatch(name -> container
                        .getBlobClient(name)
                        .getProperties()
                        .getContentType()
                        .equals("text/csv"));
        assertThat(folder.resolve("data/kpis")).isEmptyDirectory();
        assertHeadsAreGood();
    }

    private ServerProcess start() {
        return ServerProcess.start(folder, environment());
    }

    private static void assertStaysHere(ServerProcess server) {
        assertThat(server.stop()).isZero();
        assertThat(server.output()).anyMatch(line -> line.contains("KPI files stay here until the next start"));
    }

    private static List<String> registerSome(ServerProcess server) {
        Api api = new Api(server);
        List<String> channels = new ArrayList<>();
        for (int i = 0; i < SOME; i++) {
            String channel = UUID.randomUUID().toString();
            var request = api.request("/users/aura-id", Api.key("kernel", AccessMode.WRITE))
                    .header("x-4p-channel-id", channel)
                    .header("x-4p-user-id", "user-of-" + channel)
                    .header("x-4p-authorization-id", channel)
                    .header("x-4p-authentication-type", "uid")
                    .header("x-4p-authentication-identifier", "uid-of-" + channel)
                    .build();
            assertThat(api.call(request).statusCode()).isEqualTo(200);
            channels.add(channel);
        }
        return channels;
    }

    private List<String> names() {
        return container.listBlobs().stream().map(BlobItem::getName).toList();
    }

    private List<KpiRow> rows() {
        return KpiRow.of(names().stream()
                .map(name -> container.getBlobClient(name).downloadContent().toBytes()));
    }

    private List<String> channelsRegistered() {
        return KpiRow.channelsRegistered(rows());
    }

    /** The audit trail ends where the heads in these files say. */
    private void assertHeadsAreGood() throws Exception {
        List<String> heads = rows().stream()
                .filter(row -> row.kind().equals("audit"))
                .map(KpiRow::line)
                .toList();
        assertThat(heads).hasSizeGreaterThanOrEqualTo(3);
        Path file = ProxyExample.written(folder.resolve("heads.csv"), String.join("\n", heads));
        FinishedProcess verified = new AuditTrail(folder, environment()).verify("--heads", file.toString());
        assertThat(verified.succeeded()).contains("good");
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Servers.embedded());
        environment.put("AURA_SHUTDOWN_DRAIN", "0");
        environment.put("AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCOUNT", Azurite.ACCOUNT);
        environment.put("AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCESS_KEY", Azurite.KEY);
        environment.put(
                "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ENDPOINT",
                Azurite.endpointAt(toAzurite.port()).toString());
        return environment;
    }
}
