package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountsClient.basic;
import static io.github.auraauth.app.acceptance.AccountsClient.json;
import static io.github.auraauth.app.acceptance.AccountsClient.results;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.Eventually;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is the first, and that they are made once. */
class AccountsFirstStartAcceptanceTest {
    private static final Pattern PRINTED = Pattern.compile("/api/v1/me -u '([^:]+):([^']+)'");
    private static final String FIRST = "first horse with a battery";
    private static final String SECOND = "second mare with a charger";

    @TempDir
    private Path folder;

    @Test
    void embeddedDefault_makesAnAdministrator_andPrintsThePasswordOnce() {
        Map<String, String> administrator;
        try (ServerProcess unseen = ServerProcess.start(folder, Servers.embedded())) {
            assertThat(unseen.stop()).isZero();
            assertThat(printed(unseen)).as("nobody looks on").isEmpty();
        }
        try (ServerProcess server = ServerProcess.startForHashing(folder, Servers.embedded(), "--print-sample")) {
            Eventually.holds("printed", () -> printed(server).count() == 1);
            Matcher found = printed(server).findFirst().orElseThrow();
            assertThat(found.group(1)).isEqualTo("admin");
            administrator = basic(found.group(1), found.group(2));
            HttpResponse<String> me = new AccountsClient(server).get("/me", administrator);
            assertThat(me.statusCode()).isEqualTo(200);
            assertThat(json(me).path("is_superuser").asBoolean()).isTrue();
            assertThat(results(new AccountsClient(server).get("/groups", administrator), "name"))
                    .containsExactly("Host", "Host+", "Program Manager");
            assertThat(server.stop()).isZero();
        }
        try (ServerProcess again = ServerProcess.startForHashing(folder, Servers.embedded(), "--print-sample")) {
            assertThat(new AccountsClient(again).get("/me", administrator).statusCode())
                    .isEqualTo(200);
            assertThat(again.stop()).isZero();
            assertThat(printed(again)).isEmpty();
        }
    }

    @Test
    void configuredAdministrator_isMadeOnce_andNeverReset() {
        Map<String, String> environment = Servers.embedded();
        environment.put("AURA_ADMIN_USERNAME", "Chief");
        environment.put("AURA_ADMIN_PASSWORD", FIRST);
        try (ServerProcess server = ServerProcess.startForHashing(folder, environment)) {
            AccountsClient client = new AccountsClient(server);
            assertThat(client.get("/me", basic("chief", FIRST)).statusCode()).isEqualTo(200);
            assertThat(client.delete("/groups/Host", basic("chief", FIRST)).statusCode())
                    .isEqualTo(204);
            assertThat(server.stop()).isZero();
            assertThat(String.join("\n", server.output())).doesNotContain(FIRST);
            assertThat(printed(server)).isEmpty();
        }
        for (String username : List.of("chief", "another")) {
            environment.put("AURA_ADMIN_USERNAME", username);
            environment.put("AURA_ADMIN_PASSWORD", SECOND);
            try (ServerProcess again = ServerProcess.startForHashing(folder, environment)) {
                AccountsClient client = new AccountsClient(again);
                assertThat(client.get("/me", basic(username, SECOND)).statusCode())
                        .isEqualTo(401);
                assertThat(client.get("/me", basic("chief", FIRST)).statusCode())
                        .isEqualTo(200);
                assertThat(results(client.get("/groups", basic("chief", FIRST)), "name"))
                        .as("what was deleted is not made again")
                        .containsExactly("Host+", "Program Manager");
                assertThat(again.stop()).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "short", "chief-chief-chief"})
    void configuredAdministrator_withAPasswordThatIsNotTaken_endsTheStart(String password) {
        Map<String, String> environment = Servers.embedded();
        environment.put("AURA_ADMIN_USERNAME", "chief");
        environment.put("AURA_ADMIN_PASSWORD", password);
        try (ServerProcess server = ServerProcess.launch(folder, environment)) {
            assertThat(server.awaitEnd()).isEqualTo(78);
            assertThat(String.join("\n", server.output()))
                    .contains("AURA_ADMIN_PASSWORD")
                    .doesNotContain("chief-chief-chief");
        }
    }

    @Test
    void start_withoutAccounts_publishesNothingOfThem() throws Exception {
        Map<String, String> environment = Servers.embedded();
        environment.put("AURA_ACCOUNTS_ENABLED", "false");
        try (ServerProcess server = ServerProcess.start(folder, environment)) {
            for (String path : List.of(
                    "/login",
                    "/logout",
                    "/invitation",
                    "/admin",
                    "/api/v1",
                    "/api/v1/me",
                    "/api/v1/login",
                    "/api/v1/permissions",
                    "/api/v1/openapi.json",
                    "/oidc/token")) {
                for (String method : List.of("GET", "POST")) {
                    HttpRequest request = HttpRequest.newBuilder(server.uri(path))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build();
                    HttpResponse<String> response =
                            HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
                    assertThat(response.statusCode()).as(method + ' ' + path).isEqualTo(404);
                }
            }
            assertThat(printed(server)).isEmpty();
        }
    }

    private static Stream<Matcher> printed(ServerProcess server) {
        return server.output().stream().map(PRINTED::matcher).filter(Matcher::find);
    }
}
