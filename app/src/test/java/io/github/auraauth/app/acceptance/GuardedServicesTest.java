package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.redis.FreePorts;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyModel.Grants;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.servlet.ApiKeyFilter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The services of docs/embedding.md, each built and started apart with the container that it names, and guarded by
 * {@link ApiKeyFilter}.
 */
@Tag("deep")
class GuardedServicesTest {
    private static final String ENCRYPTION_KEY = "a-key-of-the-tests-of-32-letters";
    private static final ApiKeys KEYS = new ApiKeys(
            EncryptionKeys.parse("aes-256-cbc", ENCRYPTION_KEY), 35, "local", ApiKeyPolicy.STRICT, new SecureRandom());

    /** Each leads to an order, a container or framework may think, and is none that a key names. */
    private static final List<String> DETOURS = List.of(
            "/health/../orders/42",
            "/health/..;/orders/42",
            "/health;/../orders/42",
            "/health/%2e%2e/orders/42",
            "/health%2f..%2forders/42",
            "//orders/42",
            "/;/orders/42",
            "/health;x",
            "/orders;x/42",
            "/orders/42/",
            "/orders/42;x");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Jetty", "Spring", "Javalin"})
    void service_guardedByTheFilter_takesOurKeysOnly(String name) throws IOException {
        int port = FreePorts.next();
        try (ForeignServer service = start(name, port)) {
            String all = key("orders", AccessMode.READ_WRITE);
            String reader = key("orders", AccessMode.READ, "/orders/42");

            assertThat(send(port, "GET", "/health")).startsWith("HTTP/1.1 200");
            assertThat(send(port, "GET", "/orders/42"))
                    .startsWith("HTTP/1.1 401")
                    .containsIgnoringCase("www-authenticate: APIKEY realm=\"orders\"")
                    .contains("{\"code\":\"UNAUTHENTICATED\",\"message\":\"A valid APIKey is required\"}");
            assertThat(send(port, "GET", "/orders/42", reader, reader)).startsWith("HTTP/1.1 401");
            assertThat(send(port, "GET", "/orders/42", reader))
                    .startsWith("HTTP/1.1 200")
                    .contains("/orders/42 for ApiKeyPrincipal[identity=GrantedIdentity[apps=[web]");
            assertThat(send(port, "HEAD", "/orders/42")).startsWith("HTTP/1.1 401");
            assertThat(send(port, "GET", "/orders/43", reader)).startsWith("HTTP/1.1 403");
            assertThat(send(port, "POST", "/orders/42", reader)).startsWith("HTTP/1.1 403");
            assertThat(send(port, "GET", "/orders/42", key("aura-services", AccessMode.READ)))
                    .startsWith("HTTP/1.1 403");
            assertThat(send(port, "POST", "/orders/42", all))
                    .as("answered by another thread")
                    .startsWith("HTTP/1.1 200")
                    .contains("/orders/42 for ApiKeyPrincipal[identity=GrantedIdentity[apps=[web]");
            assertThat(DETOURS).allSatisfy(detour -> {
                assertThat(send(port, "GET", detour)).matches("(?s)HTTP/1.1 (400|401|404) .*");
                assertThat(send(port, "GET", detour, reader)).matches("(?s)HTTP/1.1 (400|403|404) .*");
            });
            assertThat(service.isAlive()).as("the service still runs").isTrue();
        }
    }

    private ForeignServer start(String name, int port) throws IOException {
        Path project = Path.of("src/test/maven", "guarded-" + name.toLowerCase(java.util.Locale.ROOT));
        Files.copy(project.resolve("pom.xml"), folder.resolve("pom.xml"));
        FinishedProcess.run(
                        folder,
                        Map.of(),
                        List.of("mvn", "-B", "-ntp", "-q", "dependency:build-classpath", "-Dmdep.outputFile=libraries"))
                .succeeded();
        String path = String.join(
                File.pathSeparator,
                Files.readString(folder.resolve("libraries")),
                placeOf(ApiKeyFilter.class),
                placeOf(ApiKeys.class));
        String source = project.resolve("Guarded" + name + ".java").toString();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-parameters", "-cp", path, "-d", folder.toString(), source);
        assertThat(status).isZero();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dport=" + port,
                "-Dserver.port=" + port,
                "-Dserver.address=127.0.0.1",
                "-cp",
                folder + File.pathSeparator + path,
                "Guarded" + name);
        return ForeignServer.start(folder, Map.of("AURA_ENCRYPTION_KEY", ENCRYPTION_KEY), command, port);
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static String key(String scope, AccessMode mode, String... paths) {
        var grants = new Grants(Set.of(scope), Set.of("web"), mode, List.of(paths));
        var request = new ApiKeyRequest("1.0", grants, Optional.empty(), Optional.empty());
        return new String(KEYS.issue(request, Instant.now()).text().reveal(), StandardCharsets.US_ASCII);
    }

    /** Written as given: no client mends the path. */
    private static String send(int port, String method, String path, String... keys) {
        StringBuilder head = new StringBuilder(method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String key : keys) {
            head.append("Authorization: APIKEY ").append(key).append("\r\n");
        }
        head.append("Content-Length: 0\r\nConnection: close\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
