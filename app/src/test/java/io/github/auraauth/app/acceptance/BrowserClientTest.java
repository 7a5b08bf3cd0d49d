package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.redis.FreePorts;
import io.github.auraauth.testkit.Eventually;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients in a real Chromium: oidc-client-ts in a page of another site, and where our forms lead on to. */
@Tag("deep")
class BrowserClientTest {
    @TempDir
    private Path folder;

    @Test
    void client_inAPageOfAnotherSite_logsInAndOut_andNoOtherOriginReadsItsTokens() throws Exception {
        NpmProject chromium = NpmProject.install("browser-client", folder.resolve("chromium"));
        int port = FreePorts.next();
        String site = "http://localhost:" + port;
        try (OpenIdProvider provider = OpenIdProvider.start(Files.createDirectory(folder.resolve("provider")))) {
            provider.register(
                    "page",
                    "public",
                    "-u",
                    site + "/callback",
                    "-u",
                    site + "/silent",
                    "-u",
                    "http://127.0.0.1:" + port + "/silent",
                    "-p",
                    site + "/out");
            provider.register("hop", "public", "-u", site + "/hop", "-p", site + "/hop");
            provider.register("posted", "public", "-u", site + "/posted");
            provider.register("app", "public", "-u", "com.example.app:/cb");
            // each instance looks every few seconds
            Eventually.holds("the origin of the new clients is known", () -> isKnown(provider, site));
            Map<String, String> environment = Map.of(
                    "CLIENT_ISSUER",
                    provider.issuer(),
                    "CLIENT_PORT",
                    Integer.toString(port),
                    "CLIENT_OTHER_PORT",
                    Integer.toString(FreePorts.next()),
                    "PERSON_NAME",
                    OpenIdProvider.PERSON,
                    "PERSON_PASSWORD",
                    AccountServers.PASSWORD);
            assertThat(chromium.node(environment, List.of("client.mjs"))).endsWith("\n0 findings\n");
        }
    }

    private static boolean isKnown(OpenIdProvider provider, String origin) {
        HttpRequest request = HttpRequest.newBuilder(provider.address("/oidc/.well-known/openid-configuration"))
                .header("Origin", origin)
                .build();
        return new Api(provider.servers.servers.get(0))
                .call(request)
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .isPresent();
    }
}
