package io.github.auraauth.app.config.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.app.config.variable.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracingVariablesTest {
    private static final String ADDRESS = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String COLLECTOR = "http://collector.example:4318";

    @Test
    void settings_nothingGiven_areOff() {
        assertThat(new TracingVariables(Map.of("OTEL_SERVICE_NAME", "auth"))
                        .settings()
                        .on())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"OTEL_SDK_DISABLED, true", "OTEL_TRACES_EXPORTER, none"})
    void settings_switchedOff_areOff(String name, String value) {
        assertThat(new TracingVariables(Map.of(ADDRESS, COLLECTOR, name, value))
                        .settings()
                        .on())
                .isFalse();
    }

    @Test
    void settings_collectorGiven_areOnWithTheNamesOfTheSdk() {
        TracingSettings settings = new TracingVariables(Map.of(
                        ADDRESS, COLLECTOR, "OTEL_EXPORTER_OTLP_HEADERS", "api-key=not-to-be-seen", "PATH", "/bin"))
                .settings();
        assertThat(settings.on()).isTrue();
        assertThat(settings.properties())
                .containsOnly(
                        Map.entry("otel.exporter.otlp.endpoint", COLLECTOR),
                        Map.entry("otel.exporter.otlp.headers", "api-key=not-to-be-seen"));
        assertThat(settings.toString()).doesNotContain("not-to-be-seen");
    }

    @Test
    void problems_protocolThatIsNotSpoken_namesTheOneThatIs() {
        List<Problem> problems =
                new TracingVariables(Map.of(ADDRESS, COLLECTOR, "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")).problems();
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.name()).isEqualTo("OTEL_EXPORTER_OTLP_PROTOCOL");
            assertThat(problem.allowed()).isEqualTo("http/protobuf");
        });
    }
}
