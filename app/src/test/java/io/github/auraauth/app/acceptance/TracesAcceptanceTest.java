package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that sends its traces to a collector. */
class TracesAcceptanceTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir
    private Path folder;

    @Test
    void requests_collectorThere_areSpansWithTheirRouteAndNothingOfTheUser() throws IOException {
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try (ServerProcess server =
                ServerProcess.start(folder, traced(collector.getAddress().getPort()))) {
            Api api = new Api(server);
            HttpRequest read = HttpRequest.newBuilder(api.read("a-marked-user"), (name, value) -> true)
                    .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                    .header("x-correlator", "a-correlator")
                    .build();
            assertThat(api.call(read).statusCode()).isEqualTo(404);
            Eventually.holds(
                    "the span is there", () -> received.stream().anyMatch(body -> body.contains("users/{auraId}")));
            assertThat(server.output())
                    .anyMatch(line -> line.contains("a-correlator")
                            && line.contains("00-" + TRACE)
                            && !line.contains("00f067aa0ba902b7"));
        } finally {
            collector.stop(0);
        }
        assertThat(String.join("", received))
                .contains(
                        "aura-auth",
                        "GET /aura-services/v1/users/{auraId}",
                        "http.response.status_code",
                        "a-correlator")
                .doesNotContain("a-marked-user", "APIKEY");
    }

    @Test
    void requests_collectorAway_areAnsweredAndItIsLogged() {
        try (ServerProcess server = ServerProcess.start(folder, traced(1))) {
            Api api = new Api(server);
            assertThat(api.call(api.register("somebody")).statusCode()).isEqualTo(200);
            Eventually.holds(
                    "it is logged", () -> server.output().stream().anyMatch(line -> line.contains("Failed to export")));
            assertThat(server.output()).allMatch(line -> line.startsWith("{"));
            assertThat(api.call(api.register("somebody-else")).statusCode()).isEqualTo(200);
        }
    }

    private static Map<String, String> traced(int port) {
        Map<String, String> environment = Servers.embedded();
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + port);
        environment.put("OTEL_BSP_SCHEDULE_DELAY", "200");
        return environment;
    }
}
