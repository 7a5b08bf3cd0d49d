package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.http.operations.OperationEndpoints;
import io.github.auraauth.domain.user.BlockMode;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.front.server.ApiServer;
import io.github.auraauth.front.server.Draining;
import io.github.auraauth.port.in.health.HealthReport;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is answered while the service is being started, and that it is served on the same port and connections then. */
class StartupApiTest {
    private static final Set<String> PINGS = Set.of("localPing");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final OperationEndpoints operations = new OperationEndpoints(
            "1.2.3",
            "",
            new OperationEndpoints.Readiness(
                    deadline -> new HealthReport(false, Map.of("indexes", false)), new Draining()),
            registry,
            InstantSource.system());
    private final ApiServer server = ApiServer.startWith(
            StartupApi.of(operations),
            RunningServer.config(0, List.of(), BlockMode.UNBLOCKED).server(),
            new Draining(),
            registry,
            TracerProvider.noop().get("tests"),
            InstantSource.system(),
            new SecureRandom());
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void reportHealth_probeLive_isUp() throws Exception {
        assertThat(send("GET", "/healthz?probe=live").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/aura-services/v1/healthz?probe=live").statusCode())
                .isEqualTo(200);
    }

    @Test
    void reportHealth_noProbe_isDownAndSaysWhatIsWaitedFor() throws Exception {
        HttpResponse<String> answer = send("GET", "/healthz");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"status\":\"down\",\"checks\":{\"indexes\":\"down\"}}");
    }

    @Test
    void readMetrics_whileItStarts_areThere() throws Exception {
        send("GET", "/healthz?probe=live");
        assertThat(send("GET", "/metrics").body()).contains("path=\"/healthz\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/local-ping",
        "GET,/aura-services/v1/users/aura-id/x",
        "POST,/aura-services/v1/users/aura-id/x",
        "GET,/login",
        "GET,/v0/services",
        "OPTIONS,/aura-services/v1/users/aura-id/x"
    })
    void anyOther_whileItStarts_isUnavailableAndWorthAskingAgain(String method, String path) throws Exception {
        HttpResponse<String> answer = send(method, path);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("SERVICE_UNAVAILABLE");
    }

    @Test
    void serve_otherApis_servesThemAtTheSamePort() throws Exception {
        assertThat(send("GET", "/local-ping").statusCode()).isEqualTo(503);
        ApiDefinition all = Definitions.authentication();
        ApiDefinition pings = new ApiDefinition(
                all.yaml(),
                all.tree(),
                all.basePath(),
                all.operations().stream()
                        .filter(operation -> PINGS.contains(operation.mapping().id()))
                        .toList());
        Map<String, Endpoint> endpoints = new HashMap<>(operations.byOperation());
        endpoints.keySet().retainAll(PINGS);
        server.serve(List.of(new Api(pings, Map.of(), endpoints)));
        assertThat(send("GET", "/local-ping").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/healthz").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
