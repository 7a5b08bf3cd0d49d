package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountServers.PASSWORD;
import static io.github.auraauth.app.acceptance.AccountServers.made;
import static io.github.auraauth.app.acceptance.AccountsClient.basic;
import static io.github.auraauth.app.acceptance.AccountsClient.comparable;
import static io.github.auraauth.app.acceptance.AccountsClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether there is an account, a group or a token, the answers to whoever may not see it do not tell. */
class AccountsEnumerationAcceptanceTest {
    private static final String WRONG = "a password that is another one";

    @TempDir
    private static Path folder;

    private static AccountServers servers;
    private static Map<String, String> curious;

    @BeforeAll
    static void start() {
        servers = AccountServers.one(folder, Map.of());
        servers.withPassword("there");
        servers.account("without-password");
        servers.withPassword("deactivated");
        made(servers.a.patch("/accounts/deactivated", servers.root, "{\"is_active\":false}"));
        servers.group("Secret");
        curious = servers.account("curious");
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void login_thatIsRefused_isOneAnswerForAllReasons() {
        Set<String> answers = new HashSet<>();
        answers.add(comparable(servers.a.login("there", WRONG, Map.of())));
        answers.add(comparable(servers.a.login("missing", WRONG, Map.of())));
        answers.add(comparable(servers.a.login("without-password", WRONG, Map.of())));
        answers.add(comparable(servers.a.login("deactivated", PASSWORD, Map.of())));
        answers.add(comparable(servers.a.login("no name at all!", WRONG, Map.of())));

        assertThat(answers).singleElement().asString().startsWith("401 ");
    }

    @Test
    void password_thatIsRefused_isOneAnswerForAllReasons() {
        Set<String> answers = new HashSet<>();
        for (String name : List.of("there", "missing", "without-password", "no name at all!", "")) {
            answers.add(comparable(servers.a.get("/me", basic(name, WRONG))));
        }
        answers.add(comparable(servers.a.get("/me", basic("deactivated", PASSWORD))));

        assertThat(answers).singleElement().asString().startsWith("401 ");
    }

    @Test
    void token_thatIsRefused_isOneAnswerForAllReasons() {
        Map<String, String> ofDeactivated = servers.account("leaving");
        made(servers.a.patch("/accounts/leaving", servers.root, "{\"is_active\":false}"));
        Set<String> answers = new HashSet<>();
        answers.add(comparable(servers.a.get("/me", ofDeactivated)));
        for (String credential : List.of("Token x", "Token ", "Token", "Bearer x", "Token a b")) {
            answers.add(comparable(servers.a.get("/me", AccountsClient.by(credential))));
        }

        assertThat(answers).singleElement().asString().startsWith("401 ");
    }

    @Test
    void account_thatIsNotToBeSeen_isAsOneThatIsMissing() {
        assertSame("there", "missing", 404, name -> servers.a.get("/accounts/" + name, curious));
        assertSame(
                "there",
                "missing",
                403,
                name -> servers.a.patch("/accounts/" + name, curious, "{\"first_name\":\"x\"}"));
        assertSame("there", "missing", 403, name -> servers.a.delete("/accounts/" + name, curious));
        assertSame("there", "missing", 403, name -> servers.a.post("/accounts/" + name + "/invite", curious, ""));
        assertSame(
                "there",
                "missing",
                403,
                name -> servers.a.post("/accounts", curious, "{\"username\":\"" + name + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"permissions\":[]", ",\"permissions\":[\"list_account\"]"})
    void newToken_ofAnAccountOfSomebodyElse_isRefusedWhetherItIsThereOrNot(String permissions) {
        assertSame(
                "there",
                "missing",
                403,
                name -> servers.a.post(
                        "/tokens", curious, "{\"name\":\"theirs\",\"account\":\"" + name + '"' + permissions + '}'));
    }

    @Test
    void tokens_ofSomebodyElse_areRefusedWhetherTheyAreThereOrNot() {
        String id = json(made(servers.a.post("/tokens", servers.root, "{\"name\":\"t\",\"account\":\"there\"}")))
                .path("id")
                .asText();
        String missing = UUID.nameUUIDFromBytes(new byte[0]).toString();

        assertSame(id, missing, 404, token -> servers.a.get("/tokens/" + token, curious));
        assertSame(id, missing, 404, token -> servers.a.delete("/tokens/" + token, curious));
        assertSame("there", "missing", 403, name -> servers.a.get("/tokens?account=" + name, curious));
    }

    @Test
    void group_thatIsNotToBeSeen_isAsOneThatIsMissing() {
        assertSame("Secret", "Missing", 404, name -> servers.a.get("/groups/" + name, curious));
        assertSame(
                "Secret", "Missing", 403, name -> servers.a.patch("/groups/" + name, curious, "{\"permissions\":[]}"));
        assertSame("Secret", "Missing", 403, name -> servers.a.delete("/groups/" + name, curious));
        assertSame("Secret", "Missing", 403, name -> servers.a.post("/groups", curious, "{\"name\":\"" + name + "\"}"));
        assertSame("Secret", "Missing", 200, name -> servers.a.get("/accounts?group=" + name, curious));
        assertSame(
                "Secret",
                "Missing",
                403,
                name -> servers.a.patch("/accounts/curious", curious, "{\"groups\":[\"" + name + "\"]}"));
    }

    @Test
    void sessions_ofSomebodyElse_areAsIfTheyWereMissing() {
        var session = servers.a.session("there", PASSWORD);
        String id = AccountsClient.results(servers.a.get("/me/sessions", session.headers()), "id")
                .get(0);
        String missing = UUID.nameUUIDFromBytes(new byte[1]).toString();

        assertSame(id, missing, 404, each -> servers.a.delete("/me/sessions/" + each, curious));
        assertThat(servers.a.get("/me", session.headers()).statusCode()).isEqualTo(200);
    }

    private static void assertSame(
            String there, String missing, int status, Function<String, HttpResponse<String>> call) {
        HttpResponse<String> ofThere = call.apply(there);
        HttpResponse<String> ofMissing = call.apply(missing);
        assertThat(ofThere.statusCode()).as(ofThere.body()).isEqualTo(status);
        assertThat(comparable(ofThere)).isEqualTo(comparable(ofMissing)).doesNotContain(there);
    }
}
