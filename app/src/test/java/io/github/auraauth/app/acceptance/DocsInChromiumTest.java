package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.fakes.kernel.FakeKernel;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definitions' pages in a real Chromium: somebody looks for an operation and tries it with their key. */
@Tag("deep")
class DocsInChromiumTest {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();
    private static final String AUDIENCE = "https://aura.example.org/";
    private static final String PREFIX = "/behind/a/prefix";
    private static final Set<String> HOP_BY_HOP = Set.of("host", "connection", "content-length", "upgrade");

    @TempDir
    private static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static NpmProject chromium;
    private static FakeKernel kernel;
    private static ServerProcess server;
    private static HttpServer proxy;

    @BeforeAll
    static void open() throws IOException {
        chromium = NpmProject.install("docs", folder.resolve("docs"));
        kernel = FakeKernel.start(0, List.of(), InstantSource.system(), new SecureRandom());
        Map<String, String> environment = Servers.embedded();
        environment.put("AURA_FP_AUTHSERVER_ENDPOINT", kernel.address().toString());
        environment.put("AURA_KERNEL_AUDIENCE", AUDIENCE);
        server = ServerProcess.start(folder.resolve("server"), environment);
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext(PREFIX, DocsInChromiumTest::pass);
        proxy.setExecutor(THREADS);
        proxy.start();
    }

    @AfterAll
    static void close() {
        proxy.stop(0);
        THREADS.shutdownNow();
        server.close();
        kernel.close();
    }

    @Test
    void operation_triedWithAPastedKey_isAnswered() {
        String key = Api.key("kernel", AccessMode.READ);
        trying(server.uri("/aura-services/v1/docs"), key, "APIKEY " + key, "plain");
    }

    @Test
    void operation_triedWithTheWholeHeader_isAnswered() {
        String header = "APIKEY " + Api.key("kernel", AccessMode.READ);
        trying(server.uri("/aura-services/v1/docs"), header, header, "header");
    }

    @Test
    void operation_triedBelowThePathOfAProxy_isAnswered() {
        String key = Api.key("kernel", AccessMode.READ);
        URI page = URI.create("http://127.0.0.1:" + proxy.getAddress().getPort() + PREFIX + "/aura-services/v1/docs");
        trying(page, key, "APIKEY " + key, "prefix");
    }

    @Test
    void operation_ofTheApiInKernel_isAnsweredToAToken() {
        String token = kernel.accessToken(Map.of(
                "sub", "anne",
                "aud", AUDIENCE,
                "scope", "openid auraid-read",
                "authorization_id", "anne-1",
                "authentication_context", List.of(Map.of("type", "email", "identifier", "anne@example.org"))));
        // whose keys the first caller waits for, longer than a call may take where browsers keep the machine busy
        Eventually.holds("Kernel's keys are known", () -> pingInKernel(token) == 200);
        trying(server.uri("/kernel/aura-services/v1/docs"), token, "Bearer " + token, "kernel");
    }

    private static int pingInKernel(String token) {
        HttpRequest ping = HttpRequest.newBuilder(server.uri("/kernel/aura-services/v1/ping"))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return CLIENT.send(ping, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void trying(URI page, String pasted, String sent, String pictures) {
        Map<String, String> environment = new HashMap<>();
        environment.put("DOCS_URL", page.toString());
        environment.put("DOCS_TAG", "operations");
        environment.put("DOCS_OPERATION", "ping");
        environment.put("DOCS_KEY", pasted);
        environment.put("DOCS_SENT", sent);
        environment.put("DOCS_ANSWER", "\"aura-authentication-api\"");
        List<String> script =
                List.of("try.mjs", SCREENSHOTS.resolve("docs-" + pictures).toString());
        assertThat(chromium.node(environment, script)).contains("0 findings");
    }

    /** Passes a request on without the prefix, as a proxy does that publishes several services at one address. */
    private static void pass(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath().substring(PREFIX.length());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.uri(path)).method(exchange.getRequestMethod(), BodyPublishers.noBody());
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!HOP_BY_HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            byte[] body = answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }
}
