package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.session.Access;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions of the accounts API: their cookie, their CSRF token, and what other people's pages try with them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsSessionTest {
    private static final String LOGIN = "{\"username\":\"me\",\"password\":\"" + FakeAccounts.PASSWORD + "\"}";
    private static final String PATCH = "{\"first_name\":\"Ada\"}";

    private RunningAccounts server;
    private FakeAccounts core;

    @BeforeAll
    void start() {
        server = RunningAccounts.published();
        core = server.core;
    }

    @BeforeEach
    void reset() {
        core.reset();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void login_thatSucceeds_setsACookieOfTheHostAndThePrefix_andGivesTheCsrfToken() {
        HttpResponse<String> answer = server.send(server.request("POST", "/login", LOGIN));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .containsExactly("__Host-aura-auth-session=fresh; Path=/; HttpOnly; SameSite=Lax; Secure");
        JsonNode me = RunningAccounts.json(answer);
        assertThat(me.path("username").asText()).isEqualTo("me");
        assertThat(me.path("csrf_token").asText()).isEqualTo(RunningAccounts.csrf("fresh"));
        assertThat(answer.body()).doesNotContain("fresh");
    }

    @Test
    void login_overHttpInDevelopment_setsAPlainCookie() {
        try (RunningAccounts plain = RunningAccounts.plain()) {
            plain.core.reset();
            assertThat(plain.send(plain.request("POST", "/login", LOGIN))
                            .headers()
                            .allValues("Set-Cookie"))
                    .containsExactly("aura-session=fresh; Path=/; HttpOnly; SameSite=Lax");
        }
    }

    @Test
    void login_withASessionThatSomebodyPlanted_beginsAnother_andEndsThatOne() {
        String planted = server.session("planted", Rights.NONE);
        HttpResponse<String> answer =
                server.send(server.request("POST", "/login", LOGIN).header("Cookie", planted));

        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("=fresh;");
        assertThat(server.send(server.request("/me").header("Cookie", planted)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void me_bySession_hasTheCsrfTokenInAHeader_andByATokenNone() {
        assertThat(server.send(server.request("/me").header("Cookie", server.session("mine", Rights.NONE)))
                        .headers()
                        .firstValue("X-CSRFToken"))
                .contains(RunningAccounts.csrf("mine"));
        assertThat(server.call("GET", "/me", server.token(Rights.NONE), "")
                        .headers()
                        .firstValue("X-CSRFToken"))
                .isEmpty();
    }

    @Test
    void change_bySession_withItsCsrfToken_isDone() {
        assertThat(server.send(patch().header("X-CSRFToken", RunningAccounts.csrf("mine")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send(patch().header("X-CSRFToken", RunningAccounts.csrf("mine"))
                                .header("Sec-Fetch-Site", "same-origin")
                                .header("Origin", "null"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "csrf of another session"})
    void change_bySession_withoutItsCsrfToken_isRefused(String token) {
        String given = token.startsWith("csrf") ? RunningAccounts.csrf("another") : token;
        HttpResponse<String> answer = server.send(token.isEmpty() ? patch() : patch().header("X-CSRFToken", given));

        assertCsrfFailed(answer);
    }

    @Test
    void change_bySession_withTheCsrfTokenTwice_isRefused() {
        String token = RunningAccounts.csrf("mine");

        assertCsrfFailed(server.send(patch().header("X-CSRFToken", token).header("X-CSRFToken", token)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "SAME-ORIGIN", "x"})
    void change_bySession_fromAPageOfAnotherOrigin_isRefused_evenWithTheToken(String site) {
        assertCsrfFailed(server.send(
                patch().header("X-CSRFToken", RunningAccounts.csrf("mine")).header("Sec-Fetch-Site", site)));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /logout",
        "POST, /me/password",
        "DELETE, /me/sessions",
        "POST, /accounts",
        "DELETE, /accounts/other"
    })
    void everyUnsafeMethod_bySession_needsTheToken(String method, String path) {
        assertCsrfFailed(
                server.send(server.request(method, path, "").header("Cookie", server.session("mine", Rights.ALL))));
        assertThat(core.calls).containsExactly("by session");
    }

    @Test
    void change_byAToken_needsNoCsrfToken_sinceNoBrowserSendsItByItself() {
        assertThat(server.send(server.request("PATCH", "/accounts/me", PATCH)
                                .header("Authorization", server.token(Rights.NONE))
                                .header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void login_fromAPageOfAnotherOrigin_isRefused(String site) {
        HttpResponse<String> answer =
                server.send(server.request("POST", "/login", LOGIN).header("Sec-Fetch-Site", site));

        assertCsrfFailed(answer);
        assertThat(core.calls).isEmpty();
    }

    @Test
    void login_asAFormOfAnotherPageCouldSendIt_isRefused() {
        HttpRequest.Builder form = server.request("/login")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(LOGIN));

        assertThat(server.send(form).statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"code\":\"000000\""})
    void login_withoutAGoodCodeWhereOneIsNeeded_saysSoAndSetsNoCookie(String code) {
        core.code = Optional.of("492039");
        HttpResponse<String> answer = server.send(server.request("POST", "/login", LOGIN.replace("}", code + "}")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(RunningAccounts.json(answer).path("code").asText()).isEqualTo("SECOND_FACTOR_REQUIRED");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Token realm=\"aura\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).doesNotContain("pending", "000000");
    }

    @Test
    void login_withAGoodCode_setsTheCookie() {
        core.code = Optional.of("492039");
        HttpResponse<String> answer =
                server.send(server.request("POST", "/login", LOGIN.replace("}", ",\"code\":\"492039\"}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("=fresh;");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /me",
        "POST, /me/password",
        "GET, /me/sessions",
        "DELETE, /me/sessions",
        "GET, /accounts",
        "POST, /accounts",
        "GET, /permissions",
        "POST, /tokens",
        "GET, /activity"
    })
    void anyCall_sessionThatMustSetASecondFactorUp_isRefused(String method, String path) {
        core.access = Access.SECOND_FACTOR_SETUP;
        HttpResponse<String> answer = server.send(server.request(method, path, "")
                .header("Cookie", server.session("mine", Rights.ALL))
                .header("X-CSRFToken", RunningAccounts.csrf("mine")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(RunningAccounts.json(answer).path("code").asText()).isEqualTo("SECOND_FACTOR_REQUIRED");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(core.calls).containsExactly("by session");
    }

    @Test
    void logout_ofASessionThatMustSetASecondFactorUp_endsIt() {
        core.access = Access.SECOND_FACTOR_SETUP;
        HttpResponse<String> answer = server.send(server.request("POST", "/logout", "")
                .header("Cookie", server.session("mine", Rights.NONE))
                .header("X-CSRFToken", RunningAccounts.csrf("mine")));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(core.calls).containsExactly("by session", "log out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/me/password | {\"current_password\":\"a\",\"new_password\":\"b\"}", "/tokens | {\"name\":\"x\"}"
            })
    void protectedCall_loginTooLongAgo_saysSo(String path, String body) {
        core.refusal = Optional.of(Refusal.of(Refusal.Reason.REAUTHENTICATION_REQUIRED));
        HttpResponse<String> answer = server.send(server.request("POST", path, body)
                .header("Cookie", server.session("mine", Rights.NONE))
                .header("X-CSRFToken", RunningAccounts.csrf("mine")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(RunningAccounts.json(answer).path("code").asText()).isEqualTo("REAUTHENTICATION_REQUIRED");
    }

    @Test
    void logout_ofASession_endsIt_andTakesTheCookieAway() {
        HttpResponse<String> answer = server.send(server.request("POST", "/logout", "")
                .header("Cookie", server.session("mine", Rights.NONE))
                .header("X-CSRFToken", RunningAccounts.csrf("mine")));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .isEqualTo("__Host-aura-auth-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
        assertThat(core.calls).containsExactly("by session", "log out");
    }

    @Test
    void sessions_ofOnesOwn_areListed_withTheOneThatCalls() {
        HttpResponse<String> answer =
                server.send(server.request("/me/sessions").header("Cookie", server.session("mine", Rights.NONE)));

        assertThat(RunningAccounts.json(answer).path("results").get(0).toString())
                .isEqualTo("{\"id\":\"" + FakeAccounts.SESSION.value() + "\",\"current\":true,"
                        + "\"begun_at\":\"2026-03-01T09:30:00.000Z\",\"used_at\":\"2026-03-01T09:30:00.000Z\","
                        + "\"ends_at\":\"2026-03-01T11:30:00.000Z\"}");
    }

    private HttpRequest.Builder patch() {
        return server.request("PATCH", "/accounts/me", PATCH).header("Cookie", server.session("mine", Rights.NONE));
    }

    private static void assertCsrfFailed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(RunningAccounts.json(answer).path("code").asText()).isEqualTo("CSRF_FAILED");
        assertThat(RunningAccounts.json(answer).path("detail").asText()).startsWith("CSRF Failed:");
    }
}
