package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alerts, by Prometheus' own tool. */
@Tag("deep")
class PrometheusTest {
    private final Tool promtool = Tool.find("promtool", "apt-get install --no-install-recommends prometheus");

    @Test
    void alerts_forPrometheus_areRulesThatItTakes() {
        assertThat(run("check", "rules", "alerts.yaml")).contains("SUCCESS: 13 rules found");
    }

    @Test
    void alerts_inTheirCases_comeWhenTheyShould() {
        assertThat(run("test", "rules", "alerts-test.yaml")).contains("SUCCESS").doesNotContain("FAILED");
    }

    @Test
    void dashboard_queries_areThoseThatPrometheusTakes(@TempDir Path folder) throws IOException {
        StringBuilder rules = new StringBuilder("groups:\n- name: dashboard\n  rules:\n");
        List<String> queries = DeployFiles.queries();
        for (String query : queries) {
            rules.append("  - record: aura:query")
                    .append(rules.length())
                    .append("\n    expr: '")
                    .append(query.replace("$job", ".+")
                            .replace("$__rate_interval", "5m")
                            .replace("'", "''"))
                    .append("'\n");
        }
        Files.writeString(folder.resolve("rules.yaml"), rules);

        assertThat(promtool.run(folder, "check", "rules", "rules.yaml"))
                .contains("SUCCESS: " + queries.size() + " rules");
    }

    @Test
    void metrics_ofARunningServer_haveNamesThatPrometheusTakes(@TempDir Path folder) throws IOException {
        try (ServerProcess server = ServerProcess.start(folder, Servers.embedded())) {
            String metrics = new Browser().get(server.uri("/metrics")).body();
            Files.writeString(folder.resolve("metrics.txt"), metrics);
        }
        Tool shell = Tool.find("sh", "install a shell");

        assertThat(shell.run(folder, "-c", promtool.path() + " check metrics <metrics.txt"))
                .isEmpty();
    }

    private String run(String... arguments) {
        return promtool.run(DeployFiles.folder().resolve("monitoring"), arguments);
    }
}
