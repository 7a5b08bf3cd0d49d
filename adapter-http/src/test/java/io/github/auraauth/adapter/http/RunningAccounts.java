package io.github.auraauth.adapter.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.CsrfTokens;
import io.github.auraauth.domain.user.BlockMode;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.server.ApiServer;
import io.github.auraauth.front.server.Draining;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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

/** The accounts API over a fake core on a free port of the loopback interface, and an ordinary client. */
final class RunningAccounts implements AutoCloseable {
    static final String BASE = "/api/v1";

    /** As behind a proxy that ends TLS and takes a prefix off. */
    static final PublicAddress PUBLIC = PublicAddress.of(URI.create("https://id.example/auth"));

    private static final ObjectMapper JSON = new ObjectMapper();

    final FakeAccounts core = new FakeAccounts();
    final ApiServer server;

    private final Contract contract = new Contract(Definitions.accounts());
    private final HostCookie cookie;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningAccounts(PublicAddress address, boolean basicOverHttp, List<String> proxies) {
        cookie = HostCookie.of(address, "session");
        server = ApiServer.start(
                RunningServer.config(0, proxies, BlockMode.UNBLOCKED).server(),
                List.of(AccountsApi.of(core.ports(), address, cookie, basicOverHttp)),
                new Draining(),
                new SimpleMeterRegistry(),
                TracerProvider.noop().get("tests"),
                InstantSource.system(),
                new SecureRandom());
    }

    /** As in development: by http, wherever it listens. */
    static RunningAccounts plain() {
        return new RunningAccounts(PublicAddress.UNKNOWN, true, List.of());
    }

    /** As in production, behind a proxy. */
    static RunningAccounts published() {
        return new RunningAccounts(PUBLIC, false, List.of("127.0.0.1"));
    }

    /** A token that carries those rights. */
    String token(Rights rights) {
        String secret = "secret-" + core.credentials.size();
        core.credentials.put("token " + secret, rights);
        return "Token " + secret;
    }

    /** Makes a session that carries those rights; the value of its {@code Cookie} header. */
    String session(String secret, Rights rights) {
        core.credentials.put("session " + secret, rights);
        return cookie.name() + '=' + secret;
    }

    static String csrf(String session) {
        return FakeAccounts.text(CsrfTokens.of(Secret.ofText(session)));
    }

    String cookieName() {
        return cookie.name();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + BASE + path))
                .timeout(Duration.ofSeconds(10));
    }

    HttpRequest.Builder request(String method, String path, String json) {
        HttpRequest.Builder request = request(path);
        return json.isEmpty()
                ? request.method(method, BodyPublishers.noBody())
                : request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json));
    }

    HttpResponse<String> call(String method, String path, String authorization, String json) {
        return send(request(method, path, json).header("Authorization", authorization));
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

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(response.body(), e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
