package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody does with their account, in a real Chromium at two widths and in two schemes, and once by keyboard alone;
 * screenshots of every page stay in {@code target/screenshots/account}.
 */
@Tag("deep")
class AccountPagesInChromiumTest {
    private static final Path SCREENSHOTS =
            Path.of("target", "screenshots", "account").toAbsolutePath();
    private static final int PEOPLE = 5;

    @TempDir
    private Path folder;

    @Test
    void account_walkedThrough_isPleasantAndDoesWhatItSays() throws IOException {
        NpmProject chromium = NpmProject.install("account", folder.resolve("chromium"));
        HttpServer landing = landing();
        String address = "http://localhost:" + landing.getAddress().getPort() + "/landed";
        try (OpenIdProvider provider = OpenIdProvider.start(Files.createDirectory(folder.resolve("provider")))) {
            AccountServers servers = provider.servers;
            List<String> people =
                    IntStream.range(0, PEOPLE).mapToObj(i -> "walker-" + i).toList();
            CheapHash.importAccounts(servers.operator, folder, AccountServers.PASSWORD, people);
            people.forEach(name -> AccountServers.made(
                    servers.a.patch("/accounts/" + name, servers.root, "{\"permissions\":[\"view_account\"]}")));
            provider.register("walked", "public", "-u", address);
            Map<String, String> environment = Map.of(
                    "SITE",
                    "http://localhost:" + provider.address("/").getPort(),
                    "PASSWORD",
                    AccountServers.PASSWORD,
                    "CLIENT",
                    "walked",
                    "LANDING",
                    address);
            assertThat(chromium.node(environment, List.of("walk.mjs", SCREENSHOTS.toString())))
                    .startsWith("0 findings");
        } finally {
            landing.stop(0);
        }
    }

    /** Where the client lives that people are asked about. */
    private static HttpServer landing() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = "<!doctype html><title>Landed</title>landed".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        return server;
    }
}
