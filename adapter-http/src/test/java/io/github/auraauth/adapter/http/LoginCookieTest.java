package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.LoginPageTest.PATH;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.kernel.RefusalKind;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginCookieCodec;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.token.TokenRefusal;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.login.BrowserCookie;
import io.github.auraauth.port.in.login.LoginOutcome;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cookies that bind a login to the browser. */
class LoginCookieTest extends WithServer {
    private static final String SUFFIX = LoginCookieCodec.suffix("s");
    private static final LoginOutcome STARTED = new LoginOutcome.Started(
            URI.create("https://login.example.org/authorize"),
            new BrowserCookie(Secret.ofText("aub2_x"), Duration.ofMillis(86_399_001)));
    private static final Secret UNFIT = Secret.ofText("");

    private RunningServer secure;

    @BeforeAll
    void startSecure() {
        secure = new RunningServer(RunningServer.config(RunningServer.pages(true, Optional.empty())));
    }

    @BeforeEach
    void resetSecure() {
        secure.core.reset();
    }

    @AfterAll
    void stopSecure() {
        secure.close();
    }

    @Test
    void cookie_overHttps_belongsToThisHostAlone() {
        secure.core.login.ends(STARTED);
        assertThat(setBy(secure, "/start?state=s"))
                .isEqualTo("__Host-aura-login-" + SUFFIX
                        + "=aub2_x; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=86400");

        secure.core.login.ends(LoginPageTest.question("…8b11", Optional.empty()));
        assertThat(setBy(secure, "?state=s&code=c"))
                .isEqualTo("__Host-aura-confirm-" + SUFFIX
                        + "=aub2_y; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=90");
    }

    @Test
    void cookie_belowAPrefix_hasItInItsNameAndAllPaths() {
        PublicAddress address = new PublicAddress(true, "", "/a/b~c%20(d)");
        try (RunningServer below =
                new RunningServer(RunningServer.config(RunningServer.pages(address, Optional.empty())))) {
            below.core.login.ends(STARTED);
            assertThat(setBy(below, "/start?state=s"))
                    .startsWith("__Host-aura-a%2Fb%7Ec%2520%28d%29-login-" + SUFFIX + "=aub2_x; Path=/;");
        }
    }

    @Test
    void cookie_overHttp_hasAPlainName() {
        server.core.login.ends(STARTED);
        assertThat(setBy(server, "/start?state=s"))
                .isEqualTo("aura-login-" + SUFFIX + "=aub2_x; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400");
    }

    @Test
    void cookie_ofTheStateAndThisWay_isRead() {
        for (String header : List.of(
                "aura-login-" + SUFFIX + "=v",
                "a=b; aura-login-" + SUFFIX + "=v; aura-login-00000000=w",
                ";;=x; lonely;aura-login-" + SUFFIX + "=\"v\" ;",
                "__Host-aura-login-" + SUFFIX + "=w; aura-login-" + SUFFIX + "=v")) {
            assertThat(cookieOf(server, header)).as(header).contains(Secret.ofText("v"));
        }
        assertThat(cookieOf(secure, "__Host-aura-login-" + SUFFIX + "=v")).contains(Secret.ofText("v"));
    }

    @Test
    void cookie_ofAnotherStateOrPurposeOrWay_isNone() {
        for (String header : List.of(
                "",
                "aura-login-00000000=v",
                "aura-login-" + SUFFIX,
                "aura-login-" + SUFFIX + "0=v",
                "Aura-login-" + SUFFIX + "=v",
                "aura-confirm-" + SUFFIX + "=v",
                "__Host-aura-login-" + SUFFIX + "=v")) {
            assertThat(cookieOf(server, header)).as(header).isEmpty();
        }
        // A neighbour of this host could set the plain one.
        assertThat(cookieOf(secure, "aura-login-" + SUFFIX + "=v")).isEmpty();
    }

    @Test
    void cookie_thatStandsThereTwiceOrIsOverlong_fitsNothingAndIsNotAbsent() {
        String name = "aura-login-" + SUFFIX;
        assertThat(cookieOf(server, name + "=v; " + name + "=v")).contains(UNFIT);
        assertThat(cookieOf(server, name + "=v; " + name + "=w")).contains(UNFIT);
        assertThat(cookieOf(server, name + "=")).contains(UNFIT);
        assertThat(cookieOf(server, name + "=" + "v".repeat(4_097))).contains(UNFIT);
        try (RawClient raw = server.raw()) {
            server.core.reset();
            raw.send("GET " + PATH + "?state=s&code=c HTTP/1.1\r\nHost: a\r\nCookie: " + name + "=v\r\nCookie: " + name
                            + "=w\r\n\r\n")
                    .reply();
            assertThat(server.core.login.replies.get(0).cookie()).contains(UNFIT);
        }
    }

    @Test
    void cookie_whoseStateIsUsedUp_isTakenAway() {
        for (LoginOutcome outcome : List.of(
                new LoginOutcome.Ended(Optional.empty()),
                new LoginOutcome.Ended(Optional.of(LoginPageTest.target("https://shop.example.org/"))),
                new LoginOutcome.RefusedByProvider(RefusalKind.GENERAL, List.of()),
                new LoginOutcome.FailedChecks(TokenRefusal.TIME),
                new LoginOutcome.Conflict(),
                new LoginOutcome.ProviderAway(new Outage.UpstreamFailed("kernel")))) {
            server.core.login.ends(outcome);
            assertThat(takenByCallback()).as(outcome.toString()).contains(gone("login"));
            assertThat(takenByConfirmation()).as(outcome.toString()).contains(gone("confirm"));
        }
    }

    @Test
    void cookie_whoseStateIsNotUsedUp_stays() {
        for (LoginOutcome outcome : List.of(
                new LoginOutcome.RefusedState(StateRefusal.OLD),
                new LoginOutcome.WithoutCode(),
                new LoginOutcome.ProviderUnavailable(new Outage.Unavailable("kernel")),
                new LoginOutcome.Throttled())) {
            server.core.login.ends(outcome);
            assertThat(takenByCallback()).as(outcome.toString()).isEmpty();
            assertThat(takenByConfirmation()).as(outcome.toString()).isEmpty();
        }
    }

    @Test
    void start_withACookieOfItsState_hasIt() {
        server.call("GET", PATH + "/start?state=s")
                .header("Cookie", "aura-login-" + SUFFIX + "=v; aura-confirm-" + SUFFIX + "=w")
                .send();
        server.call("POST", PATH + "/start")
                .form("state=s&csrf=t")
                .header("Cookie", "aura-login-" + SUFFIX + "=v; aura-confirm-" + SUFFIX + "=w")
                .send();

        assertThat(server.core.login.cookies).containsExactly(Optional.of(Secret.ofText("v")));
        assertThat(server.core.login.consents.get(0).cookie()).contains(Secret.ofText("v"));
        assertThat(server.core.login.consents.get(0).token()).isEqualTo(Secret.ofText("t"));
    }

    @Test
    void confirmation_withItsCookie_hasItAndNotTheOther() {
        takenByConfirmation();

        assertThat(server.core.login.consents.get(0).cookie()).contains(Secret.ofText("v"));
    }

    private Optional<String> takenByCallback() {
        return server.call("GET", PATH + "?state=s&code=c")
                .header("Cookie", "aura-login-" + SUFFIX + "=v")
                .send()
                .headers()
                .firstValue("Set-Cookie");
    }

    private Optional<String> takenByConfirmation() {
        return server.call("POST", PATH)
                .form("state=s&code=c&csrf=t")
                .header("Cookie", "aura-login-" + SUFFIX + "=w; aura-confirm-" + SUFFIX + "=v")
                .send()
                .headers()
                .firstValue("Set-Cookie");
    }

    private static String gone(String purpose) {
        return "aura-" + purpose + "-" + SUFFIX + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0";
    }

    private static String setBy(RunningServer server, String step) {
        return server.call("GET", PATH + step)
                .send()
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
    }

    private static Optional<Secret> cookieOf(RunningServer server, String header) {
        server.core.reset();
        RunningServer.Call call = server.call("GET", PATH + "?state=s&code=c");
        (header.isEmpty() ? call : call.header("Cookie", header)).send();
        return server.core.login.replies.get(0).cookie();
    }
}
