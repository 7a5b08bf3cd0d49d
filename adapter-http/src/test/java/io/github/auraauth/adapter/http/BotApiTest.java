package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What channels get to reach the bot. */
class BotApiTest extends WithServer {
    private static final String ANYBODY = "APIKEY anybody r";
    private static final String GIVEN = "{ \"token\": \"ew0.\u00e9\", \"expires_in\":1800,\"conversationId\":\"c-1\" }";

    @ParameterizedTest
    @CsvSource({"GET, 200", "POST, 201"})
    void token_forAnyKey_isTokenAndLifetimeOnly_whateverElseWasGiven(String method, int status) {
        server.core.bot = deadline -> Secret.ofText(GIVEN);

        HttpResponse<String> answer = server.api(method, "/token").key(ANYBODY).send();

        isGiven(answer, status, "{\"token\":\"ew0.\u00e9\",\"expires_in\":1800}");
        assertThat(server.core.calls).containsExactly("issueBotToken");
    }

    @ParameterizedTest
    @CsvSource({"GET, 200", "POST, 201"})
    void conversation_forAnyKey_isRelayedAsGiven(String method, int status) {
        server.core.bot = deadline -> Secret.ofText(GIVEN);

        HttpResponse<String> answer =
                server.api(method, "/token/wss").key(ANYBODY).send();

        isGiven(answer, status, GIVEN);
        assertThat(server.core.calls).containsExactly("openConversation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1800|1800", "1.8e3|1800", "1800.0|1800", "0|0", "9223372036854775807|9223372036854775807"})
    void token_withALifetimeInWholeSeconds_hasIt(String given, String seconds) {
        server.core.bot = deadline -> Secret.ofText("{\"expires_in\":" + given + ",\"token\":\"t\"}");

        assertThat(server.api("GET", "/token").key(ANYBODY).send().body())
                .isEqualTo("{\"token\":\"t\",\"expires_in\":" + seconds + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\":\"canary\"}",
                "{\"token\":\"canary\",\"expires_in\":null}",
                "{\"token\":\"canary\",\"expires_in\":\"1800\"}",
                "{\"token\":\"canary\",\"expires_in\":1.5}",
                "{\"token\":\"canary\",\"expires_in\":1e400}",
                "{\"token\":\"canary\",\"expires_in\":99999999999999999999}",
                "{\"token\":7,\"expires_in\":1800,\"x\":\"canary\"}",
                "[\"canary\"]",
                "canary"
            })
    void token_withoutItsLifetime_is502_andSaysNothingOfIt(String given) {
        server.core.bot = deadline -> Secret.ofText(given);

        HttpResponse<String> answer = server.api("GET", "/token").key(ANYBODY).send();

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("UPSTREAM_ERROR").doesNotContain("canary");
    }

    private static void isGiven(HttpResponse<String> answer, int status, String body) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not JSON"})
    void post_withOrWithoutABody_needsNone(String body) {
        assertThat(server.api("POST", "/token").key(ANYBODY).json(body).send().statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/token/wss"})
    void token_askedWithHeadOrAhead_isRefused_andNobodyIsAsked(String path) {
        assertThat(server.api("HEAD", path).key(ANYBODY).send().statusCode()).isEqualTo(405);
        for (String header : List.of("Sec-Purpose", "Purpose")) {
            HttpResponse<String> answer =
                    server.api("GET", path).header(header, "prefetch").send();
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("PREFETCH_REFUSED");
        }
        assertThat(server.core.calls).isEmpty();
        assertThat(server.core.keyCalls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/token/wss"})
    void token_withoutAGoodKey_is401or403(String path) {
        assertThat(server.api("GET", path).send().statusCode()).isEqualTo(401);
        assertThat(server.api("POST", path).key("APIKEY anybody w").send().statusCode())
                .isEqualTo(403);
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void outage_byItsKind_hasItsAnswer_andSaysNothingOfItsCause() {
        Map<Outage, String> answers = Map.of(
                new Outage.Unavailable("direct line"), "503 SERVICE_UNAVAILABLE 1",
                new Outage.Paused("direct line", Duration.ofMillis(3001)), "503 SERVICE_UNAVAILABLE 4",
                new Outage.Paused("direct line", Duration.ofSeconds(30)), "503 SERVICE_UNAVAILABLE 30",
                new Outage.Paused("direct line", Duration.ZERO), "503 SERVICE_UNAVAILABLE 1",
                new Outage.TimedOut("direct line"), "503 SERVICE_UNAVAILABLE 1",
                new Outage.UpstreamFailed("direct line", new IllegalStateException("canary")), "502 UPSTREAM_ERROR -",
                new Outage.UpstreamTimedOut("direct line"), "504 UPSTREAM_TIMEOUT -");
        answers.forEach((outage, expected) -> {
            server.core.bot = deadline -> {
                throw outage;
            };
            HttpResponse<String> answer =
                    server.api("GET", "/token").key(ANYBODY).send();

            String[] words = expected.split(" ", -1);
            assertThat(answer.statusCode()).as(expected).isEqualTo(Integer.parseInt(words[0]));
            assertThat(answer.body()).contains("\"code\":\"" + words[1] + "\"").doesNotContain("canary", "direct");
            assertThat(answer.headers().firstValue("Retry-After").orElse("-")).isEqualTo(words[2]);
        });
    }

    @Test
    void time_ofARequest_isSixSecondsForTokens_andOneAndAHalfElsewhere() {
        server.api("GET", "/token").key(ANYBODY).send();
        server.api("POST", "/token/wss").key(ANYBODY).send();
        server.api("GET", "/users/x").key(RunningServer.INTERNAL).send();

        List<Deadline> deadlines = server.core.deadlines;
        assertThat(deadlines.get(0).remaining()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(6));
        assertThat(deadlines.get(1).remaining()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(6));
        assertThat(deadlines.get(2).remaining()).isLessThanOrEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void paths_ofTokens_areNotAtTheRoot() {
        assertThat(server.call("GET", "/token").key(KERNEL).send().statusCode()).isEqualTo(404);
    }
}
