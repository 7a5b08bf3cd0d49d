package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.adapter.redis.FreePorts;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Debian's Apache with mod_auth_openidc logs people in at our provider, and asks it about access tokens. */
@Tag("deep")
class ApacheClientTest {
    private static final Path FILES = Path.of("src/test/apache");
    private static final Path MODULES = Path.of("/usr/lib/apache2/modules");
    private static final String ID = "apache%41+&=:client";

    @TempDir
    private static Path folder;

    private static OpenIdProvider provider;
    private static int port;

    private final HttpClient program = HttpClient.newHttpClient();
    private final Visitor visitor = new Visitor();

    @BeforeAll
    static void open() throws IOException {
        if (!Files.exists(MODULES.resolve("mod_auth_openidc.so"))) {
            throw new AssertionError(
                    "an Apache with OpenID is needed: apt-get install apache2 libapache2-mod-auth-openidc");
        }
        port = FreePorts.next();
        provider = OpenIdProvider.start(Files.createDirectory(folder.resolve("provider")));
        provider.register(
                ID,
                "confidential",
                "--client-secret",
                OpenIdProvider.ODD_SECRET,
                "-u",
                address("/secure/back").toString(),
                "-p",
                address("/out.shtml").toString(),
                "--backchannel-logout-uri",
                address("/secure/back?logout=backchannel").toString());
    }

    @AfterAll
    static void close() {
        provider.close();
    }

    @ParameterizedTest
    @CsvSource({"client_secret_basic, query", "client_secret_post, form_post"})
    void login_atAPageOfApache_isCompleted_andEndedFromBothSides(String method, String mode) throws Exception {
        try (ForeignServer apache = start(method, mode)) {
            String page = visitor.visit(address("/secure/page.shtml")).body();
            assertThat(page)
                    .contains("\nREMOTE_USER=" + OpenIdProvider.PERSON + "\n")
                    .contains("\nOIDC_CLAIM_email=" + OpenIdProvider.EMAIL + "\n")
                    .contains("\nOIDC_CLAIM_iss=" + provider.issuer() + "\n")
                    .contains("\nOIDC_CLAIM_amr=pwd\n");
            JsonNode before = session();
            visitor.visit(back(
                    "refresh",
                    address("/out.shtml") + "&access_token="
                            + before.path("access_token").asText()));
            JsonNode after = session();
            assertThat(after.path("refresh_token")).isNotEqualTo(before.path("refresh_token"));
            String token = after.path("access_token").asText();
            assertThat(token).isNotEqualTo(before.path("access_token").asText());
            assertThat(call(token).body()).contains("called by " + OpenIdProvider.PERSON);
            assertThat(call("of nobody").statusCode()).isEqualTo(401);

            assertThat(visitor.visit(back("logout", address("/out.shtml").toString()))
                            .body())
                    .contains("logged out");
            assertThat(call(token).statusCode())
                    .as("with the logout Apache revokes")
                    .isEqualTo(401);
            visitor.visit(address("/secure/page.shtml"));
            assertThat(visitor.logins()).isEqualTo(2);

            assertThat(visitor.open(address("/secure/page.shtml")).statusCode()).isEqualTo(200);
            visitor.logOut(provider);
            Eventually.holds(
                    "Apache asks for a login",
                    () -> visitor.open(address("/secure/page.shtml")).statusCode() == 302);
            assertThat(apache.isAlive()).as("Apache still runs").isTrue();
        }
    }

    /** What Apache has of the session. */
    private JsonNode session() {
        return AccountsClient.json(visitor.open(back("info", "json")));
    }

    private HttpResponse<String> call(String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address("/api/call.shtml"))
                .header("Authorization", "Bearer " + token)
                .build();
        return program.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The address that the module keeps for itself. */
    private static URI back(String name, String value) {
        return address("/secure/back?" + name + '=' + value);
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static ForeignServer start(String method, String mode) throws IOException {
        Path server = Files.createTempDirectory(folder, "apache");
        for (Path readable : List.of(folder, server)) {
            Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        copy("page.shtml", Files.createDirectories(server.resolve("htdocs/secure")));
        copy("call.shtml", Files.createDirectories(server.resolve("htdocs/api")));
        copy("out.shtml", server.resolve("htdocs"));
        String configuration = Files.readString(FILES.resolve("apache.conf"))
                .replace("{{folder}}", server.toString())
                .replace("{{modules}}", MODULES.toString())
                .replace("{{port}}", Integer.toString(port))
                .replace("{{issuer}}", provider.issuer())
                .replace("{{client}}", '"' + ID + '"')
                .replace("{{secret}}", '"' + OpenIdProvider.ODD_SECRET + '"')
                .replace("{{method}}", method)
                .replace("{{mode}}", mode);
        Path file = Files.writeString(server.resolve("apache.conf"), configuration);
        return ForeignServer.start(
                server, Map.of(), List.of("/usr/sbin/apache2", "-f", file.toString(), "-D", "FOREGROUND"), port);
    }

    private static void copy(String file, Path to) throws IOException {
        Files.copy(FILES.resolve(file), to.resolve(file));
    }
}
