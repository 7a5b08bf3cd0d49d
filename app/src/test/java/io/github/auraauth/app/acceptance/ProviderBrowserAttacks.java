package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.ProviderCalls.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.app.acceptance.AccountsClient.Session;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What other pages and other people can make a browser do. */
interface ProviderBrowserAttacks {
    Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([^\"]*)\"");

    ProviderServers provider();

    Map<String, String> session();

    /** Of another person. */
    Map<String, String> mallorys();

    @Test
    default void page_ofWhateverKind_isShownInNoFrame_andTellsNobodyWhereItWas() {
        ProviderCalls calls = provider().a;
        RelyingParty asking = provider().asking;
        Stream.of(
                        calls.authorize(asking.request(), session()),
                        calls.authorize(asking.request(Map.of("redirect_uri", "*")), session()),
                        calls.authorize(provider().trusted.request(Map.of("response_mode", "form_post")), session()),
                        calls.get("/oidc/authorize/continue?request=gone", session()),
                        calls.get("/oidc/end-session", session()),
                        calls.get("/oidc/end-session", Map.of()),
                        calls.get("/oidc/end-session?post_logout_redirect_uri=x", Map.of()),
                        calls.post("/oidc/consent", "request=x&answer=agree", session()),
                        calls.post("/oidc/end-session/confirm", "csrf=x", session()),
                        calls.get("/login?next=%2Foidc%2Fauthorize%2Fcontinue%3Frequest%3Dx", Map.of()))
                .forEach(page -> {
                    assertThat(page.headers().firstValue("content-type").orElse(""))
                            .startsWith("text/html");
                    assertThat(page.headers()
                                    .firstValue("content-security-policy")
                                    .orElse(""))
                            .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'");
                    assertThat(page.headers().firstValue("referrer-policy")).contains("no-referrer");
                    assertThat(page.headers().firstValue("cache-control")).contains("no-store");
                    assertThat(page.headers().firstValue("x-content-type-options"))
                            .contains("nosniff");
                });
    }

    @Test
    default void consent_thatThePersonDoesNotGiveThemselves_isRefused() {
        Session anne = provider().somebody("consenting");
        String request = handle(provider().a.authorize(provider().asking.request(), ProviderServers.cookie(anne)));
        String form = "request=" + request + "&answer=agree&csrf=";
        for (HttpResponse<String> answer : List.of(
                consent(form, anne.cookie(), Map.of()),
                consent(form + "made-up", anne.cookie(), Map.of()),
                consent(form + provider().somebody("another.one").csrf(), anne.cookie(), Map.of()),
                consent(form + anne.csrf(), anne.cookie(), Map.of("Sec-Fetch-Site", "cross-site")),
                consent(form + anne.csrf(), anne.cookie(), Map.of("Sec-Fetch-Site", "same-site")))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("code=");
        }

        HttpResponse<String> agreed =
                consent(form + anne.csrf(), anne.cookie(), Map.of("Sec-Fetch-Site", "same-origin"));

        assertThat(parameters(Browser.onwards(agreed))).containsKey("code");
        HttpResponse<String> again = consent(form + anne.csrf(), anne.cookie(), Map.of());
        assertThat(again.statusCode()).isEqualTo(400);
    }

    /** A request that somebody has begun gives a code of nobody but whoever agrees to it, and to whom it is shown. */
    @Test
    default void requestOfAnotherPerson_broughtToABrowser_isAskedOfItsOwnPerson() {
        HttpResponse<String> asked = provider().a.authorize(provider().asking.request(), mallorys());
        String request = handle(asked);
        Session anne = provider().somebody("fixed");

        HttpResponse<String> shown =
                provider().b.get("/oidc/authorize/continue?request=" + request, ProviderServers.cookie(anne));

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("fixed").doesNotContain("code=");
        assertThat(consent("request=" + request + "&answer=agree&csrf=" + csrf(asked), anne.cookie(), Map.of())
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> without = provider().b.get("/oidc/authorize/continue?request=" + request, Map.of());
        assertThat(without.headers().firstValue("location").orElse("")).startsWith("/login?next=");
    }

    /** A hint fills in the form and does no more. */
    @Test
    default void loginHint_withMarkup_isText() {
        Map<String, String> request =
                provider().trusted.request(Map.of("login_hint", "\"><script>alert(1)</script>", "prompt", "login"));
        String login =
                Browser.location(provider().a.authorize(request, session())).toString();

        HttpResponse<String> page = provider().a.get(login, Map.of());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<script").contains("&lt;script>");
        assertThat(page.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.contains("session"));
    }

    @Test
    default void browserWithoutAFreshLogin_isNotAskedWhereItMustNotBe_andIsWhereItMust() {
        RelyingParty client = provider().trusted;
        Map<String, String> silent = client.request(Map.of("prompt", "none"));
        assertThat(parameters(Browser.location(provider().a.authorize(silent, Map.of()))))
                .containsEntry("error", "login_required");
        assertThat(parameters(Browser.location(provider().a.authorize(silent, session()))))
                .containsKey("code");
        Map<String, String> asked = provider().asking.request(Map.of("prompt", "none"));
        assertThat(parameters(Browser.location(provider().a.authorize(asked, mallorys()))))
                .containsEntry("error", "consent_required");
        for (Map<String, String> wish : List.of(
                Map.of("max_age", "0"), Map.of("prompt", "login"), Map.of("prompt", "select_account consent"))) {
            HttpResponse<String> answer = provider().a.authorize(client.request(wish), session());
            assertThat(Browser.location(answer).toString()).as("%s", wish).startsWith("/login?next=");
            Map<String, String> quietly = new HashMap<>(wish);
            quietly.merge("prompt", "none", (given, none) -> given + ' ' + none);
            assertThat(parameters(Browser.location(provider().a.authorize(client.request(quietly), session()))))
                    .as("%s", quietly)
                    .containsKey("error")
                    .doesNotContainKey("code");
        }
    }

    private HttpResponse<String> consent(String form, String cookie, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Cookie", cookie);
        return provider().a.post("/oidc/consent", form, headers);
    }

    private static String handle(HttpResponse<String> page) {
        return first(REQUEST, page);
    }

    private static String csrf(HttpResponse<String> page) {
        return first(Pattern.compile("name=\"csrf\" value=\"([^\"]*)\""), page);
    }

    private static String first(Pattern pattern, HttpResponse<String> page) {
        Matcher found = pattern.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " but " + page.statusCode());
        }
        return found.group(1);
    }
}
