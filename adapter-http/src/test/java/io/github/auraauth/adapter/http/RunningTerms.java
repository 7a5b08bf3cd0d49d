package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.operations.TermsOperationEndpoints;
import io.github.auraauth.adapter.http.terms.TermsApi;
import io.github.auraauth.domain.user.BlockMode;
import io.github.auraauth.front.server.ApiServer;
import io.github.auraauth.front.server.Draining;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A terms server over fakes on a free port of the loopback interface, and an ordinary client. */
final class RunningTerms implements AutoCloseable {
    static final String USER = "/v0/users/9a47b037-825f-4ae7-bf55-6290efd5d036/services";
    static final String BODY = "{\"version\":\"1\",\"name\":\"aura\"}";

    final FakeTerms core = new FakeTerms();
    final ApiServer server;

    private final Contract contract = new Contract(Definitions.terms());
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RunningTerms() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        InstantSource clock = InstantSource.system();
        server = ApiServer.start(
                RunningServer.config(0, List.of(), BlockMode.WRITE_READ).server(),
                List.of(TermsApi.of(
                        core.ports().keys(),
                        core.ports().acceptances(),
                        new TermsOperationEndpoints("1.2.3", registry, clock))),
                new Draining(),
                registry,
                TracerProvider.noop().get("tests"),
                clock,
                new SecureRandom());
    }

    /** A call with the first key and without a body. */
    HttpResponse<String> call(String method, String path) {
        return send(request(path).header("x-api-key", FakeTerms.KEYS.get(0)).method(method, BodyPublishers.noBody()));
    }

    /** A call with the first key and a JSON body. */
    HttpResponse<String> call(String method, String path, String body) {
        return send(request(path)
                .header("x-api-key", FakeTerms.KEYS.get(0))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> send(HttpRequest.Builder call) {
        HttpRequest request = call.build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            contract.check(request.method(), request.uri().getRawPath(), response);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    RawClient raw() {
        return new RawClient(server.port());
    }

    @Override
    public void close() {
        server.close();
    }
}
