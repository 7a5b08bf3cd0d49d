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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    private static Path folder;

    private static NpmProject chromium;
    private static HttpServer landing;
    private static OpenIdProvider provider;
    private static Map<String, String> environment;

    @BeforeAll
    static void start() throws IOException {
        chromium = NpmProject.install("account", folder.resolve("chromium"));
        landing = landing();
        String address = "http://localhost:" + landing.getAddress().getPort() + "/landed";
        provider = OpenIdProvider.start(Files.createDirectory(folder.resolve("provider")));
        AccountServers servers = provider.servers;
        List<String> people =
                IntStream.range(0, PEOPLE).mapToObj(i -> "walker-" + i).toList();
        CheapHash.importAccounts(servers.operator, folder, AccountServers.PASSWORD, people);
        people.forEach(name -> AccountServers.made(
                servers.a.patch("/accounts/" + name, servers.root, "{\"permissions\":[\"view_account\"]}")));
        provider.register("walked", "public", "-u", address);
        environment = Map.of(
                "SITE",
                "http://localhost:" + provider.address("/").getPort(),
                "PASSWORD",
                AccountServers.PASSWORD,
                "CLIENT",
                "walked",
                "LANDING",
                address);
    }

    @AfterAll
    static void stop() {
        provider.close();
        landing.stop(0);
    }

    /** One at each width and in each scheme, the last by keyboard alone. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2", "3", "4"})
    void account_walkedThrough_isPleasantAndDoesWhatItSays(String walker) {
        assertThat(chromium.node(environment, List.of("walk.mjs", SCREENSHOTS.toString(), walker)))
                .startsWith("0 findings");
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
