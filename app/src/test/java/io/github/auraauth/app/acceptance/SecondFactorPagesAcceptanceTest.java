package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secondfactor.Totp;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.testkit.Eventually;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second factor on its pages, from its set-up to its loss, as a browser without script sees it. */
class SecondFactorPagesAcceptanceTest {
    private static final Pattern SECRET = Pattern.compile("<span class=\"code\">([A-Z2-7]{32})</span>");
    private static final Pattern RECOVERY = Pattern.compile("<code class=\"code\">([^<]+)</code>");
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    @TempDir
    private static Path folder;

    private static AccountServers servers;
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        servers = AccountServers.one(folder, Map.of());
        server = servers.servers.get(0);
        for (String name : List.of("ana", "ben", "cara")) {
            servers.withPassword(name);
        }
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void app_onceSetUp_isAskedForAtTheLogin_andEachCodeIsGoodOnce() {
        Browser other = new Browser();
        logIn(other, "ana");
        Browser ana = new Browser();
        logIn(ana, "ana");
        URI app = server.uri("/account/security/app");
        HttpResponse<String> wrong = ana.submit(app, ana.get(app), Map.of("code", "000000"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("This code is not good now").doesNotContain("<svg");

        Secret secret = begin(ana);
        String code = code(secret, 0);
        HttpResponse<String> done = ana.submit(app, Map.of("csrf", csrf(ana), "code", code));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(recovery(done)).hasSize(10).doesNotHaveDuplicates();
        assertThat(ana.get(server.uri("/account")).body()).contains("You log in with a second factor");
        assertThat(other.get(server.uri("/account")).statusCode())
                .as("who is logged in with a password alone is logged out")
                .isEqualTo(303);

        Browser again = new Browser();
        HttpResponse<String> step = logIn(again, "ana");
        assertThat(Browser.location(step).toString()).startsWith("/login/second-factor");
        assertThat(again.get(server.uri("/account")).statusCode()).isEqualTo(303);
        assertThat(proceed(again, code).statusCode()).as("used at the set-up").isEqualTo(401);
        assertThat(proceed(again, code(secret, 1)).statusCode()).isEqualTo(303);
        assertThat(again.get(server.uri("/account")).statusCode()).isEqualTo(200);
    }

    @Test
    void recoveryCode_logsInOnce_andFiveWrongOnesEndTheLogin() {
        Browser ben = new Browser();
        logIn(ben, "ben");
        List<String> codes = recovery(ben.submit(
                server.uri("/account/security/app"), Map.of("csrf", csrf(ben), "code", code(begin(ben), 0))));
        Browser lost = new Browser();
        logIn(lost, "ben");
        assertThat(lost.get(server.uri("/login/second-factor?way=recovery-code"))
                        .body())
                .contains("recovery codes");
        assertThat(proceed(lost, codes.get(0)).statusCode()).isEqualTo(303);
        Browser thief = new Browser();
        logIn(thief, "ben");
        assertThat(proceed(thief, codes.get(0)).statusCode()).isEqualTo(401);
        HttpResponse<String> last = null;
        for (int i = 0; i < 4; i++) {
            last = proceed(thief, "wrong" + i);
        }
        assertThat(last.statusCode()).isIn(303, 429);
        assertThat(thief.get(server.uri("/account")).statusCode()).isEqualTo(303);
    }

    @Test
    void factors_takenAwayBySomebodyElse_areToldOfAtTheNextLogin_untilItIsRead() {
        Browser cara = new Browser();
        logIn(cara, "cara");
        cara.submit(server.uri("/account/security/app"), Map.of("csrf", csrf(cara), "code", code(begin(cara), 0)));
        servers.operator.run("", "account", "reset-factor", "cara");
        Eventually.holds(
                "she is logged out", () -> cara.get(server.uri("/account")).statusCode() == 303);

        HttpResponse<String> in = logIn(cara, "cara");
        assertThat(Browser.location(in).toString()).startsWith("/account/security/reset?next=");
        URI notice = server.uri(Browser.location(in).toString());
        HttpResponse<String> page = cara.get(notice);
        assertThat(page.body()).contains("were taken away", "If you did not ask for this");
        HttpResponse<String> read = cara.submit(server.uri("/account/security/reset"), page);
        assertThat(Browser.location(read).toString()).isEqualTo("/account/tokens");
        assertThat(Browser.location(cara.get(notice)).toString()).isEqualTo("/account/tokens");
        assertThat(Browser.location(logIn(cara, "cara")).toString()).isEqualTo("/account/tokens");
    }

    private static HttpResponse<String> logIn(Browser browser, String name) {
        HttpResponse<String> form = browser.get(server.uri("/login?next=/account/tokens"));
        return browser.submit(
                server.uri("/login"), form, Map.of("username", name, "password", AccountServers.PASSWORD));
    }

    private static HttpResponse<String> proceed(Browser browser, String code) {
        HttpResponse<String> form = browser.get(server.uri("/login/second-factor?way=totp"));
        return browser.submit(server.uri("/login/second-factor"), form, Map.of("code", code));
    }

    /** The secret that a new set-up shows. */
    private static Secret begin(Browser browser) {
        HttpResponse<String> page = browser.get(server.uri("/account/security/app"));
        String text = SECRET.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.statusCode() + page.body()));
        return Secret.of(decoded(text));
    }

    private static String csrf(Browser browser) {
        return Browser.hiddenFields(browser.get(server.uri("/account/profile")).body())
                .get("csrf");
    }

    private static String code(Secret secret, int steps) {
        return Totp.code(secret, Totp.step(Instant.now()) + steps);
    }

    private static List<String> recovery(HttpResponse<String> page) {
        return RECOVERY.matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static byte[] decoded(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char digit : base32.toCharArray()) {
            held = held << 5 | BASE32.indexOf(digit);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
