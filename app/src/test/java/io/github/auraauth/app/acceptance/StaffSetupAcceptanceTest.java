package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.pages.account.OwnAccountPages;
import io.github.auraauth.front.definition.Operation;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Staff outside development: until they have set up a second factor, they see its set-up and nothing else. */
class StaffSetupAcceptanceTest {
    private static final String SETUP = "/account/security";

    @TempDir
    private static Path folder;

    private static AccountServers servers;
    private static ServerProcess server;
    private static Browser boss;
    private static HttpResponse<String> login;

    @BeforeAll
    static void start() {
        servers = AccountServers.one(
                folder,
                Map.of(
                        "AURA_SERVICE_ENVIRONMENT",
                        "PRE",
                        "AURA_PUBLIC_URL",
                        "https://id.example",
                        "AURA_ACCOUNTS_ENABLED",
                        "true",
                        "AURA_TRUSTED_PROXIES",
                        "127.0.0.1"));
        server = servers.servers.get(0);
        servers.withPassword("boss");
        AccountServers.made(servers.a.patch("/accounts/boss", servers.root, "{\"is_staff\":true}"));
        boss = new Browser();
        URI address = server.uri("/login");
        login = boss.submit(
                address, boss.get(address), Map.of("username", "boss", "password", AccountServers.PASSWORD));
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void operation_thatIsNotOfTheSetup_leadsThere() {
        assertThat(login.statusCode()).as(login.body()).isEqualTo(303);
        for (Operation operation : OwnAccountPages.definition().operations()) {
            String path = '/'
                    + String.join("/", operation.mapping().template())
                            .replace("{token}", "00000000-0000-4000-8000-000000000000")
                            .replace("{passkey}", "AAAA");
            HttpResponse<String> answer = operation.mapping().method().equals("POST")
                    ? boss.submit(server.uri(path), Map.of())
                    : boss.get(server.uri(path));
            if (operation.tree().path("x-aura-factor-setup").asBoolean()) {
                assertThat(answer.statusCode()).as(path).isIn(200, 303, 403);
            } else {
                assertThat(answer.statusCode()).as(path).isEqualTo(303);
                assertThat(Browser.location(answer).toString()).isEqualTo(SETUP);
            }
        }
        assertThat(Browser.location(boss.get(server.uri("/admin"))).toString()).isEqualTo(SETUP);
    }

    @Test
    void setup_saysWhy_andOffersNothingElse() {
        String page = boss.get(server.uri(SETUP)).body();

        assertThat(page)
                .contains(
                        "Set one up to go on",
                        "href=\"/account/security/passkeys/new\"",
                        "href=\"/account/security/app\"")
                .doesNotContain("<nav", "/account/password", "/admin", "/account/tokens");
        assertThat(boss.get(server.uri("/account/security/app")).body()).contains("<svg", "one-time-code");
        assertThat(boss.get(server.uri("/account/security/passkeys/new")).body())
                .contains("data-ceremony=\"create\"");
    }

    @Test
    void root_outsideDevelopment_tellsNothing() {
        HttpResponse<String> answer = new Browser().get(server.uri("/"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer).toString()).isEqualTo("/account");
        assertThat(answer.headers().map().keySet()).doesNotContainAnyElementsOf(List.of("set-cookie"));
    }
}
