package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.domain.kernel.RefusalKind;
import io.github.auraauth.domain.redirect.TrustedHosts;
import io.github.auraauth.domain.redirect.TrustedRedirect;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.token.TokenRefusal;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.login.BrowserCookie;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.login.LoginQuestion;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is told by how a step ended. */
class LoginPageTest extends WithServer {
    static final String PATH = RunningServer.BASE + "/users/auraid/integrated";
    static final String STRICT = "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none';"
            + " frame-ancestors 'none'; form-action 'self'";

    private static final URI PROVIDER = URI.create("https://login.example.org/authorize?state=s&scope=openid");
    static final LoginOutcome STARTED =
            new LoginOutcome.Started(PROVIDER, new BrowserCookie(Secret.ofText("aub2_x"), Duration.ofMinutes(10)));

    static Stream<Arguments> errors() {
        return Stream.of(
                error(new LoginOutcome.RefusedState(StateRefusal.OLD), 400, "This link does not work any more", ""),
                error(new LoginOutcome.WithoutCode(), 400, "Your login was not completed", ""),
                error(refused(RefusalKind.CREDENTIALS), 400, "That login did not work", ""),
                error(refused(RefusalKind.TIMEOUT), 400, "Time ran out", ""),
                error(refused(RefusalKind.GENERAL), 400, "The login page could not log you in", ""),
                error(refused(RefusalKind.GENERAL, "E1", "access_denied"), 400, "it was not allowed", ""),
                error(new LoginOutcome.FailedChecks(TokenRefusal.TIME), 400, "We stopped this login", ""),
                error(new LoginOutcome.Conflict(), 409, "This chat is connected to another account", ""),
                error(new LoginOutcome.Throttled(), 429, "Please wait a minute", "60"),
                error(
                        new LoginOutcome.ProviderUnavailable(new Outage.Unavailable("kernel")),
                        503,
                        "This is not working right now",
                        "1"),
                error(away(new Outage.UpstreamFailed("kernel")), 502, "This is not working right now", ""),
                error(away(new Outage.UpstreamTimedOut("kernel")), 504, "This is not working right now", ""),
                error(away(new Outage.Unavailable("kernel")), 503, "This is not working right now", "1"),
                error(
                        away(new Outage.Paused("kernel", Duration.ofMillis(2_100))),
                        503,
                        "This is not working right now",
                        "3"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void step_endsBadly_isAStrictPageWithItsStatus(LoginOutcome outcome, int status, String words, String retryAfter) {
        server.core.login.ends(outcome);
        HttpResponse<String> answer =
                server.call("GET", PATH + "?state=s&code=c").send();

        assertThat(answer.statusCode()).isEqualTo(status);
        isPage(answer, "en-GB");
        assertThat(answer.body()).contains(words).doesNotContain("<form");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .matches(STRICT);
        assertThat(answer.headers().firstValue("Retry-After").orElse("")).isEqualTo(retryAfter);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void otherSteps_endBadly_areToldByTheSameTable() {
        server.core.login.ends(new LoginOutcome.Throttled());
        for (String step : List.of("/start?state=s", "/logout?state=s")) {
            assertThat(server.call("GET", PATH + step).send().statusCode()).isEqualTo(429);
        }
        server.core.login.ends(away(new Outage.UpstreamTimedOut("kernel")));
        assertThat(server.call("GET", PATH + "/start?state=s").send().statusCode())
                .isEqualTo(504);
        server.core.login.ends(new LoginOutcome.Conflict());
        assertThat(server.call("POST", PATH)
                        .form("state=s&code=c&csrf=t")
                        .send()
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void errorPage_ofAGoodState_isInItsLanguage() {
        server.core.login.ends(new LoginOutcome.Conflict(), "es-es");
        HttpResponse<String> answer = server.call("GET", PATH + "?state=s&code=c")
                .header("Accept-Language", "de")
                .send();

        isPage(answer, "es-ES");
    }

    @Test
    void start_wherePeopleAreNotAsked_sendsTheBrowserToTheProviderWithACookie() {
        server.core.login.ends(STARTED);
        HttpResponse<String> answer =
                server.call("GET", PATH + "/start?state=s").send();

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(PROVIDER.toString());
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.body()).isEmpty();
        assertThat(server.core.login.calls.get(0).state()).isEqualTo("s");
        assertThat(server.core.login.calls.get(0).source()).isEqualTo("127.0.0.1");
        assertThat(server.core.login.deadlines.get(0).remaining())
                .isBetween(Duration.ofMillis(3_000), Duration.ofMillis(6_000));
    }

    @Test
    void start_wherePeopleAreNotAsked_withAStateThatNoHeaderHolds_goesOnFromAPage() {
        URI far = URI.create(PROVIDER + "&long=" + "s".repeat(4_000));
        server.core.login.ends(
                new LoginOutcome.Started(far, new BrowserCookie(Secret.ofText("aub2_x"), Duration.ofMinutes(10))));
        HttpResponse<String> answer =
                server.call("GET", PATH + "/start?state=s").send();

        assertThat(answer.statusCode()).isEqualTo(200);
        goesOn(answer, far.toString().replace("&", "&amp;"));
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("aura-login-");
        assertThat(HeadSize.of(answer)).isLessThan(HeadSize.MOST);
    }

    @Test
    void start_goodState_asksWithAFormOfOursThatHasNoCode() {
        server.core.login.ends(question("••••8b11", Optional.of(target("https://shop.example.org:8443/back"))));
        HttpResponse<String> answer =
                server.call("GET", PATH + "/start?state=s%2Bt").send();

        assertThat(answer.statusCode()).isEqualTo(200);
        isPage(answer, "en-GB");
        assertThat(answer.body())
                .contains("Log in for this chat?", "Only the person who asked for this link should go on.")
                .contains("<form method=\"post\" action=\"" + PATH + "/start\">")
                .contains("<input type=\"hidden\" name=\"state\" value=\"s+t\">")
                .contains("<input type=\"hidden\" name=\"csrf\" value=\"token\">")
                .contains("9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55", "••••8b11")
                .contains("2 July 2030", "23:04 CEST")
                .doesNotContain("name=\"code\"");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .matches(STRICT);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("aura-login-");
    }

    @Test
    void startConfirmation_withTheFormsFields_isAPageThatGoesOnToTheProvider() {
        server.core.login.ends(STARTED);
        HttpResponse<String> answer = server.call("POST", PATH + "/start")
                .form("state=s%2Bt&csrf=token")
                .send();

        assertThat(answer.statusCode()).isEqualTo(200);
        goesOn(answer, "https://login.example.org/authorize?state=s&amp;scope=openid");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("aura-login-");
        assertThat(server.core.login.calls.get(0).state()).isEqualTo("s+t");
        assertThat(server.core.login.consents.get(0).token()).isEqualTo(Secret.ofText("token"));
        assertThat(server.core.login.consents.get(0).cookie()).isEmpty();
    }

    @Test
    void confirmation_ofALoginThatLeadsElsewhere_isAPageThatGoesOnThere() {
        server.core.login.ends(new LoginOutcome.Ended(Optional.of(target("https://shop.example.org/back?a=b&c=%22"))));
        HttpResponse<String> answer =
                server.call("POST", PATH).form("state=s&code=c&csrf=token").send();

        assertThat(answer.statusCode()).isEqualTo(200);
        goesOn(answer, "https://shop.example.org/back?a=b&amp;c=%22");
    }

    @Test
    void refusals_ofEachReason_areCountedForTheOperatorAndTheSameForTheCaller() {
        List<String> pages = new ArrayList<>();
        for (StateRefusal reason : StateRefusal.values()) {
            server.core.login.ends(new LoginOutcome.RefusedState(reason));
            double before = refusals("state", reason.text());
            HttpResponse<String> answer =
                    server.call("GET", PATH + "?state=s&code=c").send();
            pages.add(answer.statusCode() + answer.body());
            assertThat(refusals("state", reason.text())).isEqualTo(before + 1);
        }
        assertThat(pages).hasSize(StateRefusal.values().length).containsOnly(pages.get(0));
        for (TokenRefusal reason : TokenRefusal.values()) {
            server.core.login.ends(new LoginOutcome.FailedChecks(reason));
            double before = refusals("token", reason.text());
            server.call("GET", PATH + "?state=s&code=c").send();
            assertThat(refusals("token", reason.text())).isEqualTo(before + 1);
        }
    }

    private double refusals(String kind, String reason) {
        return server.call("GET", "/metrics")
                .send()
                .body()
                .lines()
                .filter(line -> line.startsWith("aura_login_refusals_total{kind=\"" + kind + "\",reason=\"" + reason))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static void goesOn(HttpResponse<String> answer, String escaped) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .matches(STRICT);
        assertThat(answer.body())
                .contains("<meta http-equiv=\"refresh\" content=\"0;url=" + escaped + "\">")
                .contains("<a href=\"" + escaped + "\"")
                .doesNotContain("<script", "<form");
    }

    @Test
    void step_endsWellWithATarget_sendsTheBrowserThere() {
        server.core.login.ends(new LoginOutcome.Ended(Optional.of(target("https://shop.example.org/back?a=b"))));
        for (String step : List.of("?state=s&code=c", "/logout?state=s")) {
            HttpResponse<String> answer = server.call("GET", PATH + step).send();

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location")).contains("https://shop.example.org/back?a=b");
        }
    }

    @Test
    void step_endsWellWithoutATarget_sendsTheBrowserToAPageWithoutStateOrCode() {
        server.core.login.ends(new LoginOutcome.Ended(Optional.empty()));
        assertThat(location("?state=s&code=c")).isEqualTo(PATH + "/done");
        assertThat(location("/logout?state=s")).isEqualTo(PATH + "/done?of=logout");

        server.core.login.ends(new LoginOutcome.Ended(Optional.empty()), "ES-mx");
        assertThat(location("?state=s&code=c")).isEqualTo(PATH + "/done?locale=es-es");
        assertThat(location("/logout?state=s")).isEqualTo(PATH + "/done?of=logout&locale=es-es");

        server.core.login.ends(new LoginOutcome.Ended(Optional.empty()), "//evil.example\r\nx: y");
        assertThat(location("?state=s&code=c")).isEqualTo(PATH + "/done");
    }

    @Test
    void done_ofALoginOrALogout_saysSoInTheLanguageAskedFor() {
        HttpResponse<String> login = server.call("GET", PATH + "/done").send();
        HttpResponse<String> logout =
                server.call("GET", PATH + "/done?of=logout&locale=pt-br").send();

        assertThat(login.statusCode()).isEqualTo(200);
        isPage(login, "en-GB");
        assertThat(login.body()).contains("Your account is now connected to the chat.");
        assertThat(login.headers().firstValue("Content-Security-Policy").orElseThrow())
                .matches(STRICT);
        isPage(logout, "pt-BR");
        assertThat(logout.body()).contains("Sua conta não está mais conectada ao chat.");
        assertThat(server.core.login.calls).isEmpty();
        assertThat(server.call("HEAD", PATH + "/done").send().statusCode()).isEqualTo(200);
    }

    @Test
    void start_channelWithAName_showsTheNameInPlaceOfTheId() {
        server.core.login.ends(question(Optional.of("Shop <b>chat</b>"), "••••8b11", Optional.empty()));
        assertThat(server.call("GET", PATH + "/start?state=s%2Bt").send().body())
                .contains("Shop &lt;b&gt;chat&lt;/b&gt;")
                .doesNotContain("9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55");
    }

    @Test
    void callback_begunElsewhere_asksWithAFormOfOurs() {
        server.core.login.ends(question("…8b11", Optional.of(target("https://shop.example.org:8443/back"))));
        HttpResponse<String> answer =
                server.call("GET", PATH + "?state=s%2Bt&code=c%26d").send();

        assertThat(answer.statusCode()).isEqualTo(200);
        isPage(answer, "en-GB");
        assertThat(answer.body())
                .contains("<form method=\"post\" action=\"" + PATH + "\">")
                .contains("<input type=\"hidden\" name=\"state\" value=\"s+t\">")
                .contains("<input type=\"hidden\" name=\"code\" value=\"c&amp;d\">")
                .contains("<input type=\"hidden\" name=\"csrf\" value=\"token\">")
                .contains("9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55", "…8b11")
                .contains("2 July 2030", "23:04 CEST");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .matches(STRICT);
    }

    @Test
    void confirmation_withTheFormsFields_goesOn() {
        server.core.login.ends(new LoginOutcome.Ended(Optional.empty()));
        HttpResponse<String> answer = server.call("POST", PATH)
                .form("state=s%2Bt&code=c%26d&csrf=token")
                .send();

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(server.core.login.calls.get(0).state()).isEqualTo("s+t");
        assertThat(server.core.login.codes.get(0)).isEqualTo(Secret.ofText("c&d"));
        assertThat(server.core.login.consents.get(0).token()).isEqualTo(Secret.ofText("token"));
        assertThat(server.core.login.consents.get(0).cookie()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "'-alert(1)-'",
                "javascript:alert(1)",
                "</style><script>x</script>",
                "{{7*7}}${7*7}{account}",
                "\u202ereversed"
            })
    void page_hostileTexts_showsThemAsTexts(String hostile) {
        String escaped = java.net.URLEncoder.encode(hostile, java.nio.charset.StandardCharsets.UTF_8);
        server.core.login.ends(question(hostile, Optional.empty()), hostile);
        String asked = server.call("GET", PATH + "?state=" + escaped + "&code=" + escaped)
                .send()
                .body();
        server.core.login.ends(refused(RefusalKind.GENERAL, hostile));
        String refused = server.call(
                        "GET",
                        PATH + "?state=s&error=" + escaped + "&error_description=" + escaped + "&error_codes="
                                + escaped)
                .send()
                .body();
        String done = server.call("GET", PATH + "/done?of=" + escaped + "&locale=" + escaped)
                .send()
                .body();

        for (String page : List.of(asked, refused, done)) {
            assertThat(page).doesNotContain("<script", "<img").containsOnlyOnce("</style>");
        }
        assertThat(asked).containsOnlyOnce("<form");
        assertThat(refused).doesNotContain(hostile);
        assertThat(done).doesNotContain(hostile);
    }

    @Test
    void callback_ofARefusal_readsTheProvidersWordsBounded() {
        server.call(
                        "GET",
                        PATH + "?state=s&error=access_denied&error_description=No%20way&error_codes=E1,E2%20E3,,"
                                + "x".repeat(65) + "," + "a,".repeat(40))
                .send();
        server.call("GET", PATH + "?state=s&error_description=" + "d".repeat(3_000))
                .send();
        server.call("GET", PATH + "?state=s&error=&error_codes=%20,&code=").send();

        var first = server.core.login.replies.get(0);
        assertThat(first.code()).isEmpty();
        assertThat(first.refusal().orElseThrow().error()).isEqualTo("access_denied");
        assertThat(first.refusal().orElseThrow().description()).contains("No way");
        assertThat(first.refusal().orElseThrow().codes())
                .startsWith("E1", "E2", "E3", "a")
                .hasSize(16);
        assertThat(server.core.login.replies.get(1).refusal().orElseThrow().description())
                .contains("d".repeat(2_048));
        assertThat(server.core.login.replies.get(2).refusal()).isEmpty();
        assertThat(server.core.login.replies.get(2).code()).isEmpty();
    }

    static void isPage(HttpResponse<String> answer, String language) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.body())
                .startsWith("<!doctype html>\n<html lang=\"" + language + "\">")
                .contains("<meta name=\"viewport\"", "<meta name=\"robots\" content=\"noindex\">", "<h1>")
                .doesNotContain("<script", "http:", "https:");
    }

    static LoginOutcome question(String account, Optional<TrustedRedirect> target) {
        return question(Optional.empty(), account, target);
    }

    private static LoginOutcome question(Optional<String> name, String account, Optional<TrustedRedirect> target) {
        return new LoginOutcome.Unconfirmed(new LoginQuestion(
                new Channel(
                        ChannelId.parse("9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55").orElseThrow(), name, true),
                account,
                Instant.parse("2030-07-02T21:04:05Z"),
                target,
                Secret.ofText("token"),
                new BrowserCookie(Secret.ofText("aub2_y"), Duration.ofSeconds(90))));
    }

    static TrustedRedirect target(String url) {
        return TrustedHosts.parse(List.of("shop.example.org", "shop.example.org:8443"), false)
                .redirect(url)
                .orElseThrow();
    }

    private String location(String step) {
        return server.call("GET", PATH + step)
                .send()
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static LoginOutcome refused(RefusalKind kind, String... codes) {
        return new LoginOutcome.RefusedByProvider(kind, List.of(codes));
    }

    private static LoginOutcome away(Outage outage) {
        return new LoginOutcome.ProviderAway(outage);
    }

    private static Arguments error(LoginOutcome outcome, int status, String words, String retryAfter) {
        return Arguments.of(outcome, status, words, retryAfter);
    }
}
