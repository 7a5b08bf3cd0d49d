package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.LoginPageTest.PATH;
import static io.github.auraauth.adapter.http.LoginPageTest.isPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.BlockMode;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.login.LoginOutcome;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a browser is told when its request gets no further than the front, and that all bad states look the same. */
class LoginRefusalTest extends WithServer {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final List<String> STEPS = List.of("/start", "", "/logout");

    @Test
    void states_thatAreBadInWhateverWay_getOnePage() {
        List<Map<String, String>> answers = new ArrayList<>();
        for (String step : STEPS) {
            for (String query : List.of(
                    "?state=refused-by-the-port",
                    "",
                    "?",
                    "?state",
                    "?state=",
                    "?state=a&state=b",
                    "?state=%",
                    "?state=%zz",
                    "?state=" + "a".repeat(16_385),
                    "?State=a",
                    "?code=c")) {
                answers.add(seen("GET " + PATH + step + query, "", ""));
            }
        }
        for (String form : List.of(
                "state=refused-by-the-port&code=c&csrf=t",
                "",
                "x",
                "state=a",
                "state=a&code=c",
                "state=a&code=c&csrf=t&csrf=t",
                "state=a&code=c&csrf=t&more=m",
                "state=a&code=c&csrf=",
                "state=%zz&code=c&csrf=t",
                "state=%ff&code=c&csrf=t",
                "state=a&code=" + "c".repeat(4_097) + "&csrf=t")) {
            answers.add(seen("POST " + PATH, FORM, form));
        }
        for (String form : List.of(
                "state=refused-by-the-port&csrf=t",
                "",
                "x",
                "state=a",
                "csrf=t",
                "state=a&csrf=",
                "state=a&csrf=t&code=c")) {
            answers.add(seen("POST " + PATH + "/start", FORM, form));
        }

        assertThat(server.core.login.calls)
                .as("each counts for the throttle, which is behind the port")
                .hasSize(51);
        assertThat(answers).hasSize(51).containsOnly(answers.get(0));
        assertThat(answers.get(0)).containsEntry(":status", "400").containsKey("content-security-policy");
        assertThat(answers.get(0).get(":body")).contains("This link does not work any more");
    }

    @Test
    void states_thatAreBad_getOnePageInEachLanguage() {
        for (String language : List.of("de-DE", "en-GB", "es-ES", "pt-BR")) {
            String header = "Accept-Language: " + language + "\r\n";
            Map<String, String> missing = seen("GET " + PATH + "/start", header, "");
            Map<String, String> bad = seen("GET " + PATH + "?state=bad&code=c", header, "");

            assertThat(missing).isEqualTo(bad);
            assertThat(bad.get(":body")).contains("<html lang=\"" + language + "\">");
        }
    }

    @Test
    void languages_withTabs_emptyElements_andOnSeveralLines_areOneList() {
        for (String lines : List.of(
                "Accept-Language:\ten;q=0.5,\tde-DE\r\n",
                "Accept-Language: en;\tq=0.5 , , de-DE,\r\n",
                "Accept-Language: en;q=0.5\r\nAccept-Language: de-DE\r\n")) {
            assertThat(seen("GET " + PATH + "/start", lines, "").get(":body"))
                    .as(lines)
                    .contains("<html lang=\"de-DE\">");
        }
    }

    @Test
    void refusedPage_ofAnyState_holdsNothingOfTheRequest() {
        Map<String, String> seen = seen(
                "GET " + PATH + "?state=canary-state&code=canary-code",
                "x-correlator: canary-correlator\r\nCookie: aura-login-canary=canary\r\nAccept-Language: x-canary\r\n",
                "");

        assertThat(seen.toString()).doesNotContain("canary");
    }

    @Test
    void prefetch_ofAStep_isRefusedWithAPage() {
        for (String step : STEPS) {
            HttpResponse<String> answer = server.call("GET", PATH + step + "?state=s&code=c")
                    .header("Sec-Purpose", "prefetch")
                    .send();

            assertThat(answer.statusCode()).isEqualTo(403);
            isPage(answer, "en-GB");
        }
        assertThat(server.core.login.calls).isEmpty();
        assertThat(server.call("GET", PATH + "/done")
                        .header("Sec-Purpose", "prefetch")
                        .send()
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void method_thatIsNotAllowed_isRefusedWithAPage() {
        HttpResponse<String> answer =
                server.call("PUT", PATH).header("Accept-Language", "de").send();

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, POST");
        isPage(answer, "de-DE");
        for (String step : STEPS) {
            assertThat(server.call("HEAD", PATH + step + "?state=s").send().statusCode())
                    .isEqualTo(405);
        }
        assertThat(server.core.login.calls).isEmpty();
    }

    @Test
    void form_ofAnotherMediaTypeOrTooLarge_isRefusedWithAPage() {
        HttpResponse<String> json = server.call("POST", PATH)
                .json("{\"state\":\"s\",\"code\":\"c\",\"csrf\":\"t\"}")
                .send();
        HttpResponse<String> large =
                server.call("POST", PATH).form("state=" + "s".repeat(65_536)).send();

        assertThat(json.statusCode()).isEqualTo(415);
        isPage(json, "en-GB");
        assertThat(large.statusCode()).isEqualTo(413);
        isPage(large, "en-GB");
        assertThat(server.core.login.calls).isEmpty();
    }

    @Test
    void blockMode_ofRegistering_stopsLoginsWithAPageAndNotLogouts() {
        for (BlockMode mode : BlockMode.values()) {
            try (RunningServer blocked = new RunningServer(RunningServer.config(0, List.of(), mode))) {
                blocked.core.login.ends(new LoginOutcome.Ended(Optional.empty()));
                int expected = mode.blocksRegistering() ? 503 : 303;
                HttpResponse<String> callback =
                        blocked.call("GET", PATH + "?state=s&code=c").send();

                assertThat(callback.statusCode()).isEqualTo(expected);
                assertThat(blocked.call("GET", PATH + "/start?state=s").send().statusCode())
                        .isEqualTo(expected);
                assertThat(blocked.call("POST", PATH)
                                .form("state=s&code=c&csrf=t")
                                .send()
                                .statusCode())
                        .isEqualTo(expected);
                assertThat(blocked.call("GET", PATH + "/logout?state=s").send().statusCode())
                        .isEqualTo(303);
                assertThat(blocked.call("GET", PATH + "/done").send().statusCode())
                        .isEqualTo(200);
                blocked.core.login.ends(LoginPageTest.STARTED);
                assertThat(blocked.call("POST", PATH + "/start")
                                .form("state=s&csrf=t")
                                .send()
                                .statusCode())
                        .isEqualTo(mode.blocksRegistering() ? 503 : 200);
                if (mode.blocksRegistering()) {
                    isPage(callback, "en-GB");
                    assertThat(callback.body()).contains("This is not working right now");
                    assertThat(callback.headers().firstValue("Retry-After")).contains("60");
                }
            }
        }
    }

    @Test
    void outage_ofAStoreOfOurs_isAnUnavailablePage() {
        server.core.login.answer = () -> {
            throw new Outage.Unavailable("mongo", new IllegalStateException("canary"));
        };
        for (String step : STEPS) {
            HttpResponse<String> answer =
                    server.call("GET", PATH + step + "?state=s&code=c").send();

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            isPage(answer, "en-GB");
            assertThat(answer.body()).doesNotContain("canary", "mongo");
        }
    }

    @Test
    void failure_ofOurs_isAPageThatSaysNothing() {
        server.core.login.answer = () -> {
            throw new IllegalStateException("canary");
        };
        HttpResponse<String> answer =
                server.call("GET", PATH + "/logout?state=s").send();

        assertThat(answer.statusCode()).isEqualTo(500);
        isPage(answer, "en-GB");
        assertThat(answer.body()).doesNotContain("canary");
    }

    @Test
    void path_thatIsNone_isNoPage() {
        assertThat(server.call("GET", PATH + "/nothing").send().headers().firstValue("Content-Type"))
                .contains("application/json");
    }

    /** Status, body and all headers but those that every answer has its own of. */
    private Map<String, String> seen(String requestLine, String headers, String body) {
        try (RawClient raw = server.raw()) {
            RawClient.Reply reply = raw.send(requestLine + " HTTP/1.1\r\nHost: a\r\n" + headers + "Content-Length: "
                            + body.length() + "\r\n\r\n" + body)
                    .reply();
            Map<String, String> seen = new TreeMap<>();
            reply.headers().forEach((name, value) -> seen.put(name.toLowerCase(Locale.ROOT), value));
            seen.remove("date");
            seen.remove("x-correlator");
            seen.put(":status", Integer.toString(reply.status()));
            seen.put(":body", reply.body());
            return seen;
        }
    }
}
