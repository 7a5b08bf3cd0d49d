package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountServers.PASSWORD;
import static io.github.auraauth.app.acceptance.AccountsClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.app.acceptance.AccountsClient.Session;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of somebody else makes the browser of somebody who is logged in send. */
class AccountsCsrfAcceptanceTest {
    private static final String ANNE = "/accounts/anne";

    @TempDir
    private static Path folder;

    private static AccountServers servers;
    private static Session session;

    @BeforeAll
    static void start() {
        servers = AccountServers.one(folder, Map.of());
        servers.withPassword("anne");
        session = servers.a.session("anne", PASSWORD);
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void change_ofAPageOfOurs_isMade() {
        assertThat(change("Anne", session.headers()).statusCode()).isEqualTo(200);
        assertThat(change("Anne", with(session.headers(), "Sec-Fetch-Site", "same-origin"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void change_withTheCookieAlone_isRefused() {
        assertRefused(Map.of("Cookie", session.cookie()));
    }

    @Test
    void change_withTheTokenOfAnotherSession_isRefused() {
        Session another = servers.a.session("anne", PASSWORD);

        assertRefused(Map.of("Cookie", session.cookie(), "X-CSRFToken", another.csrf()));
        assertRefused(Map.of("Cookie", session.cookie(), "X-CSRFToken", ""));
        String cookie = session.cookie();
        assertRefused(Map.of("Cookie", cookie, "X-CSRFToken", cookie.substring(cookie.indexOf('=') + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "CROSS-SITE", "", "elsewhere"})
    void change_ofAPageOfAnotherOrigin_isRefusedWhateverItsToken(String site) {
        assertRefused(with(session.headers(), "Sec-Fetch-Site", site));
    }

    @Test
    void call_withABadHeaderBesideAGoodSession_isRefused() {
        Map<String, String> both = with(session.headers(), "Authorization", "Token nothing");

        assertThat(servers.a.get("/me", both).statusCode()).isEqualTo(401);
        assertThat(change("Nobody", both).statusCode()).isEqualTo(401);
    }

    @Test
    void goodTokenBesideAnotherOnesSession_actsForItsOwnAccount_andNeedsNoCsrfToken() {
        Map<String, String> both = with(servers.account("token-holder"), "Cookie", session.cookie());

        assertThat(json(servers.a.get("/me", both)).path("username").asText()).isEqualTo("token-holder");
        assertThat(servers.a
                        .patch("/accounts/token-holder", both, "{\"first_name\":\"T\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(change("Nobody", both).statusCode()).isEqualTo(403);
    }

    @Test
    void login_fromAPageOfAnotherOrigin_beginsNoSession() {
        HttpResponse<String> foreign = servers.a.login("anne", PASSWORD, Map.of("Sec-Fetch-Site", "cross-site"));

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(json(foreign).path("code").asText()).isEqualTo("CSRF_FAILED");
        assertThat(foreign.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void loginPage_withoutTheProofOfItsForm_beginsNoSession() {
        var page = servers.servers.get(0).uri("/login");
        Browser browser = new Browser();
        HttpResponse<String> form = browser.get(page);
        Map<String, String> typed = Map.of("username", "anne", "password", PASSWORD);

        HttpResponse<String> forged = new Browser().submit(page, form, typed);
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(new Browser().cookies()).isEmpty();

        HttpResponse<String> kept = browser.submit(page, form, typed);
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(browser.cookies()).containsOnlyKeys("aura-session");
    }

    @Test
    void logout_fromAPageOfAnotherOrigin_endsNothing() {
        Session own = servers.a.session("anne", PASSWORD);

        assertThat(servers.a.post("/logout", Map.of("Cookie", own.cookie()), "").statusCode())
                .isEqualTo(403);
        assertThat(servers.a.get("/me", own.headers()).statusCode()).isEqualTo(200);
        assertThat(servers.a.post("/logout", own.headers(), "").statusCode()).isEqualTo(204);
        assertThat(servers.a.get("/me", own.headers()).statusCode()).isEqualTo(401);
    }

    @Test
    void login_withASessionThatSomebodyPlanted_beginsAnotherOne_andEndsThatOne() {
        String planted = "aura-session=" + "A".repeat(43);
        Session fresh = Session.of(servers.a.login("anne", PASSWORD, Map.of("Cookie", planted)));
        assertThat(fresh.cookie()).isNotEqualTo(planted);
        assertThat(servers.a.get("/me", Map.of("Cookie", planted)).statusCode()).isEqualTo(401);

        Session next = Session.of(servers.a.login("anne", PASSWORD, Map.of("Cookie", fresh.cookie())));
        assertThat(next.cookie()).isNotEqualTo(fresh.cookie());
        assertThat(next.csrf()).isNotEqualTo(fresh.csrf());
        assertThat(servers.a.get("/me", fresh.headers()).statusCode()).isEqualTo(401);
        assertThat(servers.a.get("/me", next.headers()).statusCode()).isEqualTo(200);
    }

    @Test
    void request_withTwoSessions_hasNone() {
        String twice = session.cookie() + "; aura-session=another";

        assertThat(servers.a.get("/me", Map.of("Cookie", twice)).statusCode()).isEqualTo(401);
    }

    @Test
    void login_thatSucceeds_givesACookieOutOfReachForScriptsAndOtherSites() {
        HttpResponse<String> login = servers.a.login("anne", PASSWORD, Map.of());

        assertThat(login.headers().allValues("set-cookie"))
                .singleElement()
                .asString()
                .startsWith("aura-session=")
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Domain");
    }

    private static HttpResponse<String> change(String firstName, Map<String, String> headers) {
        return servers.a.patch(ANNE, headers, "{\"first_name\":\"" + firstName + "\"}");
    }

    private static void assertRefused(Map<String, String> headers) {
        HttpResponse<String> refused = change("Mallory", headers);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).path("code").asText()).isEqualTo("CSRF_FAILED");
        assertThat(json(servers.a.get(ANNE, servers.root)).path("first_name").asText())
                .isNotEqualTo("Mallory");
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(name, value);
        return all;
    }
}
