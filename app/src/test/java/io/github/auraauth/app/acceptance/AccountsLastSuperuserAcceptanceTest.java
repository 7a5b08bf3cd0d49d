package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountsClient.by;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.Eventually;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last two superusers take each other's power away at the same time, each at an instance of its own. */
class AccountsLastSuperuserAcceptanceTest {
    private static final int ROUNDS = Thoroughness.rounds(1, 5);

    @TempDir
    private static Path folder;

    private static AccountServers servers;
    private static int made;

    @BeforeAll
    static void start() {
        servers = AccountServers.two(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            delimiter = '|',
            value = {"PATCH|{\"is_superuser\":false}", "PATCH|{\"is_active\":false}", "DELETE|-"})
    void two_atOnce_leaveOne(String method, String typed) {
        String json = typed.equals("-") ? "" : typed;
        for (int round = 0; round < ROUNDS; round++) {
            String one = "one-" + ++made;
            String other = "other-" + made;
            Map<String, String> ofOne = superuser(one);
            Map<String, String> ofOther = superuser(other);
            servers.operator.run("", "account", "revoke", "root", "--superuser");

            CompletableFuture<HttpResponse<String>> first =
                    servers.a.callLater(method, "/accounts/" + other, ofOne, json);
            CompletableFuture<HttpResponse<String>> second =
                    servers.b.callLater(method, "/accounts/" + one, ofOther, json);
            List<Integer> statuses =
                    List.of(first.join().statusCode(), second.join().statusCode());

            assertThat(statuses)
                    .as("round " + round)
                    .filteredOn(status -> status / 100 == 2)
                    .hasSize(1);
            assertThat(statuses)
                    .filteredOn(status -> status / 100 != 2)
                    .allMatch(List.of(401, 403, 404, 409)::contains);
            servers.operator.run("", "account", "grant", "root", "--superuser");
            String left = statuses.get(0) / 100 == 2 ? one : other;
            assertThat(servers.operator.run("", "account", "show", left, "--json"))
                    .contains("\"is_superuser\":true", "\"is_active\":true");
            servers.operator.run("", "account", "delete", left);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            delimiter = '|',
            value = {"PATCH|{\"is_superuser\":false}", "PATCH|{\"is_active\":false}", "DELETE|-"})
    void last_byItself_stays(String method, String typed) {
        HttpResponse<String> refused =
                servers.a.call(method, "/accounts/root", servers.root, typed.equals("-") ? "" : typed);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("LAST_SUPERUSER");
        assertThat(servers.b.get("/accounts/root", servers.root).body()).contains("\"is_superuser\":true");
    }

    private static Map<String, String> superuser(String name) {
        servers.operator.run("", "account", "create", name, "--superuser");
        Map<String, String> token =
                by("Token " + servers.operator.run("", "token", "create", "attack", "--account", name));
        for (AccountsClient instance : List.of(servers.a, servers.b)) {
            // who is one was read up to two seconds ago
            Eventually.holds(
                    "a superuser everywhere",
                    () -> instance.get("/me", token).body().contains("\"is_superuser\":true"));
        }
        return token;
    }
}
