package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The alerts, by Prometheus' own tool. */
@Tag("deep")
class PrometheusTest {
    private final Tool promtool = Tool.find("promtool", "apt-get install --no-install-recommends prometheus");

    @Test
    void alerts_forPrometheus_areRulesThatItTakes() {
        assertThat(run("check", "rules", "alerts.yaml")).contains("SUCCESS: 10 rules found");
    }

    @Test
    void alerts_inTheirCases_comeWhenTheyShould() {
        assertThat(run("test", "rules", "alerts-test.yaml")).contains("SUCCESS").doesNotContain("FAILED");
    }

    private String run(String... arguments) {
        return promtool.run(DeployFiles.folder().resolve("monitoring"), arguments);
    }
}
