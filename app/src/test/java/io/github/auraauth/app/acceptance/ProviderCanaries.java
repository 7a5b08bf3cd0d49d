package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.github.auraauth.testkit.Eventually;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Codes, tokens, secrets, handles and hints, at the most talkative level: none comes out of the log, the metrics, the traces, a
 * refusal, the audit trail, a backup, or MongoDB in clear.
 */
interface ProviderCanaries {
    ProviderServers provider();

    TraceCollector traces();

    @Test
    default void secretsAndHints_ofAWholeLogin_comeOutNowhere() {
        ProviderCanaryFlight flight = new ProviderCanaryFlight(provider());
        flight.fly();

        for (ServerProcess server : provider().accounts.servers) {
            List<String> output = server.output();
            assertThat(output).anyMatch(line -> line.contains("/oidc/"));
            assertNothing(flight.canaries.in("log", String.join("\n", output)));
        }
        provider().both().forEach(calls -> {
            String metrics = calls.get("/metrics", Map.of()).body();
            assertThat(metrics).contains("/oidc/");
            assertNothing(flight.canaries.in("metrics", metrics));
        });
        assertThat(flight.refusals).hasSizeGreaterThan(12).allMatch(answer -> answer.statusCode() >= 400);
        flight.refusals.forEach(answer ->
                assertNothing(flight.canaries.in("refusal", answer.headers().map() + " " + answer.body())));
        String documents = documents();
        assertThat(documents).contains("asking");
        assertNothing(flight.canaries.in("mongo", documents));
        assertNothingIsExported(flight.canaries);
        Eventually.holds("spans", () -> traces().received().contains("/oidc/end-session"));
        assertThat(traces().received())
                .contains("/oidc/token", "/oidc/authorize/continue", "http.response.status_code");
        assertNothing(flight.canaries.in("traces", traces().received()));
    }

    private void assertNothingIsExported(Canaries canaries) {
        CommandLine operator = provider().accounts.operator;
        String trail = operator.ending(0, "audit", "export") + operator.ending(0, "audit", "export", "--csv");
        assertThat(trail).contains("client.create", "consent.");
        assertNothing(canaries.in("audit trail", trail));
        Path file = provider().accounts.newFile("aura.backup");
        operator.ending(0, "backup", file.toString());
        Map<String, String> backup = BackupText.of(file);
        assertThat(backup).containsKey(BackupText.FRAME);
        assertThat(String.join("\n", backup.values())).contains("asking");
        backup.forEach((collection, text) -> assertNothing(canaries.in("backup of " + collection, text)));
    }

    private String documents() {
        try (MongoClient client = MongoClients.create(provider().accounts.mongoUri())) {
            return client.listDatabaseNames().into(new ArrayList<>()).stream()
                    .map(client::getDatabase)
                    .flatMap(database -> database.listCollectionNames().into(new ArrayList<>()).stream()
                            .map(database::getCollection))
                    .flatMap(collection -> collection.find().into(new ArrayList<>()).stream())
                    .map(document -> document.toJson())
                    .collect(Collectors.joining("\n"));
        }
    }

    private static void assertNothing(List<String> found) {
        assertThat(found).isEmpty();
    }
}
