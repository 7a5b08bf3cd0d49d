package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningProvider.assertPage;
import static io.github.auraauth.adapter.http.RunningProvider.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.port.in.provider.ProviderLogouts.LogoutRequest;
import io.github.auraauth.port.in.provider.ProviderLogouts.LogoutStep;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on which a client has somebody logged out, and the page of the login as a client fills it in. */
class ProviderLogoutPagesTest extends WithProvider {
    private static final String QUERY = "id_token_hint=a.b.c&client_id=c1&post_logout_redirect_uri="
            + "https%3A%2F%2Fclient.example%2Fout&state=%22%3E%3Cscript%3E&ui_locales=fr+es";
    private static final String UNSET = "__Host-aura-auth-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0";

    @Test
    void endSession_thatIsDone_takesTheCookieAway_andGoesOnToTheClient() {
        core.logout = new LogoutStep.Done(Optional.of("https://client.example/out?state=s"));
        HttpResponse<String> answer = server.get("/oidc/end-session?logout_hint=x&" + QUERY)
                .session("mine")
                .send();

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("https://client.example/out?state=s");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly(UNSET);
        LogoutRequest request = core.logouts.get(0);
        assertThat(request.idToken().map(FakeProvider::text)).contains("a.b.c");
        assertThat(request.clientId()).contains("c1");
        assertThat(request.redirectUri()).contains("https://client.example/out");
        assertThat(request.state()).contains("\"><script>");
        assertThat(core.sessions).containsExactly(Optional.of("mine"));
    }

    @Test
    void endSession_thatIsDoneAndLeadsNowhere_isAPageThatSaysSo() {
        core.logout = new LogoutStep.Done(Optional.empty());
        HttpResponse<String> answer =
                server.get("/oidc/end-session").session("ended").send();

        assertPage(answer, 200);
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly(UNSET);
        assertThat(answer.body()).contains("You are logged out").doesNotContain("<form");
    }

    /** Another site's page makes browsers come so, which would lose their session by the answer alone. */
    @Test
    void endSession_thatIsDoneForABrowserThatShowsNoSession_takesNoCookieAway() {
        core.logout = new LogoutStep.Done(Optional.empty());

        assertThat(server.get("/oidc/end-session").send().headers().allValues("Set-Cookie"))
                .isEmpty();
        assertThat(server.post("/oidc/end-session/confirm", "state=x")
                        .send()
                        .headers()
                        .allValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void endSession_thatAsks_keepsTheSession_andSendsAllAlongWithTheForm() {
        core.logout = new LogoutStep.Ask();
        HttpResponse<String> answer =
                server.get("/oidc/end-session?" + QUERY).session("mine").send();

        assertPage(answer, 200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.body())
                .contains("lang=\"es-ES\"", "<form method=\"post\" action=\"/auth/oidc/end-session/confirm\">")
                .contains("name=\"id_token_hint\" value=\"a.b.c\"", "name=\"client_id\" value=\"c1\"")
                .contains("name=\"post_logout_redirect_uri\" value=\"https://client.example/out\"")
                .contains("name=\"state\" value=\"&#34;>&lt;script>\"", "name=\"ui_locales\" value=\"fr es\"")
                .contains("name=\"csrf\" value=\"" + RunningAccounts.csrf("mine") + "\"");
    }

    @Test
    void endSession_thatIsRefused_isAPageThatLeadsNowhere() {
        HttpResponse<String> answer =
                server.get("/oidc/end-session?" + QUERY).session("mine").send();

        assertPage(answer, 400);
        assertThat(answer.body()).doesNotContain("client.example", "<form", "<a ");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void endSession_withARepeatedParameter_isRefused() {
        assertPage(server.get("/oidc/end-session?state=a&state=b").send(), 400);
        assertPage(server.post("/oidc/end-session", "state=a&state=b").send(), 400);
        assertThat(core.calls).isEmpty();
    }

    @Test
    void endSession_byPost_comesBackWithGet_andDoesNothingWithoutTheCookie() {
        HttpResponse<String> answer = server.post("/oidc/end-session", QUERY + "&x=1")
                .header("Sec-Fetch-Site", "cross-site")
                .send();

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/auth/oidc/end-session?" + QUERY);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(core.calls).isEmpty();
        assertThat(server.method("POST", "/oidc/end-session").send().headers().firstValue("Location"))
                .contains("/auth/oidc/end-session");
    }

    @Test
    void endSession_byAPostThatNoHeaderHolds_comesBackByAPage() {
        String state = "s".repeat(4_000);
        HttpResponse<String> answer =
                server.post("/oidc/end-session", "state=" + state).send();

        assertPage(answer, 200);
        assertThat(answer.body()).contains("content=\"0;url=/auth/oidc/end-session?state=" + state + "\"");
        assertThat(HeadSize.of(answer)).isLessThan(HeadSize.MOST);
    }

    @Test
    void endSession_byAPostThatNoAddressHolds_isRefused() {
        assertPage(
                server.post("/oidc/end-session", "state=" + encoded("\"".repeat(2_500)))
                        .send(),
                400);
    }

    @Test
    void confirmation_byItsForm_logsOut_andEndsInAPage() {
        core.logout = new LogoutStep.Done(Optional.of("com.example.app:/out?state=s&x"));
        HttpResponse<String> answer = server.post(
                        "/oidc/end-session/confirm", QUERY + "&csrf=" + RunningAccounts.csrf("mine"))
                .session("mine")
                .header("Sec-Fetch-Site", "same-origin")
                .send();

        assertPage(answer, 200);
        assertThat(answer.body()).contains("content=\"0;url=com.example.app:/out?state=s&amp;x\"");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly(UNSET);
        assertThat(core.calls).containsExactly("confirm");
        assertThat(core.logouts.get(0).clientId()).contains("c1");
    }

    @ParameterizedTest
    @CsvSource({"mine, cross-site", "other, same-origin", "'', same-origin"})
    void confirmation_thatAnotherPageMakesTheBrowserSend_isRefused(String csrf, String site) {
        String form = csrf.isEmpty() ? "client_id=c1" : "csrf=" + RunningAccounts.csrf(csrf);
        HttpResponse<String> answer = server.post("/oidc/end-session/confirm", form)
                .session("mine")
                .header("Sec-Fetch-Site", site)
                .send();

        assertPage(answer, 403);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(core.calls).isEmpty();
    }

    @Test
    void login_thatFails_keepsHintAndLanguages() {
        HttpResponse<String> page =
                server.get("/login?login_hint=ana&ui_locales=es&next=/auth/x").send();
        String csrf = page.body().replaceAll("(?s).*name=\"csrf\" value=\"([^\"]*)\".*", "$1");
        HttpResponse<String> failed = server.post(
                        "/login", "username=bob&password=x&login_hint=ana&ui_locales=es&next=%2Fauth%2Fx&csrf=" + csrf)
                .header(
                        "Cookie",
                        page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0])
                .send();

        assertPage(page, 200);
        assertPage(failed, 401);
        assertThat(failed.body())
                .contains("lang=\"es-ES\"", "name=\"login_hint\" value=\"ana\"", "name=\"ui_locales\" value=\"es\"")
                .contains("value=\"ana\" required")
                .doesNotContain("bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"><script>alert(1)</script>", "' onfocus='x", "{username}", "\u202e\u00e9"})
    void login_withAHintThatIsAnAttack_showsItAsText(String hint) {
        HttpResponse<String> page = server.get("/login?login_hint=" + encoded(hint) + "&ui_locales=" + encoded(hint))
                .send();

        assertPage(page, 200);
        assertThat(page.body())
                .doesNotContain("name=\"ui_locales\"")
                .contains("lang=\"en-GB\"")
                .contains("value=\""
                        + hint.replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace("\"", "&#34;")
                                .replace("'", "&#39;") + "\" required");
    }

    @Test
    void login_withAnOverlongHint_ignoresIt() {
        HttpResponse<String> page =
                server.get("/login?login_hint=" + "x".repeat(301)).send();

        assertPage(page, 200);
        assertThat(page.body()).doesNotContain("xxx");
    }
}
