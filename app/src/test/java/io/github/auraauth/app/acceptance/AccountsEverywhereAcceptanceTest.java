package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountServers.PASSWORD;
import static io.github.auraauth.app.acceptance.AccountServers.made;
import static io.github.auraauth.app.acceptance.AccountsClient.basic;
import static io.github.auraauth.app.acceptance.AccountsClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.app.acceptance.AccountsClient.Session;
import io.github.auraauth.testkit.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken away at one instance is gone there at once, and within two seconds at another that has just seen it. */
class AccountsEverywhereAcceptanceTest {
    private static final Duration EVERYWHERE = Duration.ofSeconds(2);

    /** In which a machine that others keep busy may answer a call that was begun in time. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    @TempDir
    private static Path folder;

    private static AccountServers servers;

    @BeforeAll
    static void start() {
        servers = AccountServers.two(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void deactivate_accountInUse_endsSessionTokenAndPassword() {
        servers.withPassword("leaving");
        Map<String, String> token = servers.token("leaving");
        Map<String, String> session = servers.a.session("leaving", PASSWORD).headers();
        Map<String, String> password = basic("leaving", PASSWORD);
        List<Map<String, String>> credentials = List.of(token, session, password);
        credentials.forEach(AccountsEverywhereAcceptanceTest::assertGood);

        made(servers.a.patch("/accounts/leaving", servers.root, "{\"is_active\":false}"));

        assertEnded(credentials);
    }

    @Test
    void otherPassword_endsSessionsAndTheOldPassword_andNoTokens() {
        servers.withPassword("changing");
        String next = "a donkey with yet another plug";
        Map<String, String> token = servers.token("changing");
        Session session = servers.a.session("changing", PASSWORD);
        List<Map<String, String>> credentials = List.of(
                session.headers(), servers.b.session("changing", PASSWORD).headers(), basic("changing", PASSWORD));
        credentials.forEach(AccountsEverywhereAcceptanceTest::assertGood);

        made(servers.a.post(
                "/me/password",
                session.headers(),
                "{\"current_password\":\"" + PASSWORD + "\",\"new_password\":\"" + next + "\"}"));

        assertEnded(credentials);
        assertGood(token);
        assertGood(basic("changing", next));
    }

    @Test
    void signOut_everywhere_endsAllSessions() {
        servers.withPassword("travelling");
        Session session = servers.a.session("travelling", PASSWORD);
        List<Map<String, String>> credentials = List.of(
                session.headers(), servers.b.session("travelling", PASSWORD).headers());
        credentials.forEach(AccountsEverywhereAcceptanceTest::assertGood);

        made(servers.a.delete("/me/sessions", session.headers()));

        assertEnded(credentials);
    }

    @Test
    void logOut_sessionInUse_endsIt() {
        servers.withPassword("resting");
        Session session = servers.b.session("resting", PASSWORD);
        assertGood(session.headers());

        made(servers.a.post("/logout", session.headers(), ""));

        assertEnded(List.of(session.headers()));
    }

    @Test
    void revoke_tokenInUse_endsIt() {
        Map<String, String> token = servers.account("programmed");
        String id =
                AccountsClient.results(servers.a.get("/tokens", token), "id").get(0);
        assertGood(token);

        made(servers.a.delete("/tokens/" + id, servers.root));

        assertEnded(List.of(token));
    }

    @Test
    void deletion_endsTheToken_andANewAccountOfTheNameIsAnotherOne() {
        Map<String, String> token = servers.account("erased");
        assertGood(token);

        made(servers.a.delete("/accounts/erased", servers.root));
        assertEnded(List.of(token));

        servers.account("erased");
        assertThat(servers.b.get("/me", token).statusCode()).isEqualTo(401);
    }

    @Test
    void rights_thatAreTakenAway_areNotUsedAnyMore() {
        Map<String, String> demoted = servers.account("demoted", "list_account", "create_permission");
        made(servers.a.patch("/groups/Host", servers.root, "{\"permissions\":[\"view_group\"]}"));
        made(servers.a.patch("/accounts/demoted", servers.root, "{\"groups\":[\"Host\"]}"));
        assertThat(servers.a.get("/groups/Host+", demoted).statusCode()).isEqualTo(200);
        assertThat(servers.b.get("/groups/Host+", demoted).statusCode()).isEqualTo(200);

        made(servers.a.patch("/accounts/demoted", servers.root, "{\"permissions\":[]}"));
        made(servers.a.patch("/groups/Host", servers.root, "{\"permissions\":[]}"));

        assertThat(json(servers.a.get("/me", demoted)).path("effective_permissions"))
                .isEmpty();
        holdsWithinTwoSeconds(() -> json(servers.b.get("/me", demoted))
                .path("effective_permissions")
                .isEmpty());
    }

    private static void assertGood(Map<String, String> headers) {
        assertThat(servers.a.get("/me", headers).statusCode()).isEqualTo(200);
        assertThat(servers.b.get("/me", headers).statusCode()).isEqualTo(200);
    }

    private static void assertEnded(List<Map<String, String>> credentials) {
        long ended = System.nanoTime();
        credentials.forEach(headers ->
                assertThat(servers.a.get("/me", headers).statusCode()).isEqualTo(401));
        for (Map<String, String> headers : credentials) {
            holdsWithinTwoSeconds(ended, () -> servers.b.get("/me", headers).statusCode() == 401);
        }
    }

    private static void holdsWithinTwoSeconds(BooleanSupplier condition) {
        holdsWithinTwoSeconds(System.nanoTime(), condition);
    }

    private static void holdsWithinTwoSeconds(long since, BooleanSupplier condition) {
        Eventually.holds("seen at the other instance", condition);
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(EVERYWHERE.plus(MARGIN));
    }
}
