package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.Eventually;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that sends its traces to a collector. */
class TracesAcceptanceTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    private Path folder;

    @Test
    void requests_collectorThere_areSpansWithTheirRouteAndNothingOfTheUser() {
        TraceCollector collector = new TraceCollector();
        try (collector;
                ServerProcess server = ServerProcess.start(folder, traced(collector.environment()))) {
            Api api = new Api(server);
            HttpRequest read = HttpRequest.newBuilder(api.read("a-marked-user"), (name, value) -> true)
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                    .header("x-correlator", "a-correlator")
                    .build();
            assertThat(api.call(read).statusCode()).isEqualTo(404);
            Eventually.holds("the span is there", () -> collector.received().contains("users/{auraId}"));
            assertThat(server.output())
                    .anyMatch(line -> line.contains("a-correlator")
                            && line.contains("00-" + TRACE)
                            && !line.contains("00f067aa0ba902b7"));
        }
        assertThat(collector.received())
                .contains(
                        "aura-auth",
                        "GET /aura-services/v1/users/{auraId}",
                        "http.response.status_code",
                        "a-correlator")
                .doesNotContain("a-marked-user", "APIKEY");
    }

    @Test
    void requests_collectorAway_areAnsweredAndItIsLogged() {
        try (ServerProcess server = ServerProcess.start(folder, traced(TraceCollector.to(1)))) {
            Api api = new Api(server);
            assertThat(api.call(api.register("somebody")).statusCode()).isEqualTo(200);
            Eventually.holds(
                    "it is logged", () -> server.output().stream().anyMatch(line -> line.contains("Failed to export")));
            // Java 25 warns of what the log's library uses, before ours begins
            assertThat(server.output().stream().filter(line -> !line.startsWith("WARNING: ")))
                    .allMatch(line -> line.startsWith("{"));
            assertThat(api.call(api.register("somebody-else")).statusCode()).isEqualTo(200);
        }
    }

    private static Map<String, String> traced(Map<String, String> more) {
        Map<String, String> environment = Servers.embedded();
        environment.putAll(more);
        return environment;
    }
}
