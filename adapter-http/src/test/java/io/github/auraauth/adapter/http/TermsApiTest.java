package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningTerms.BODY;
import static io.github.auraauth.adapter.http.RunningTerms.USER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auraauth.domain.terms.ChangeOutcome;
import io.github.auraauth.domain.terms.LatestAcceptance;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsVersion;
import io.github.auraauth.port.Outage;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the terms API answers to what the core says, and what it refuses before the core is asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TermsApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORD = """
            {"user_id":"9a47b037-825f-4ae7-bf55-6290efd5d036","name":"aura","version":"%s","status":"%s",\
            "created_at":"2019-08-08T15:19:48.259Z"}""";

    private RunningTerms server;

    @BeforeAll
    void start() {
        server = new RunningTerms();
    }

    @BeforeEach
    void reset() {
        server.core.reset();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void post_plain_isTheSeedsExample() {
        HttpResponse<String> answer = server.call("POST", USER, "{\n\t\"version\": \"1\",\n\t\"name\": \"aura\"\n}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).isEqualTo(RECORD.formatted("1", "accepted"));
        assertThat(server.core.calls).containsExactly("accept 9a47b037-825f-4ae7-bf55-6290efd5d036 aura 1");
    }

    @Test
    void post_withStatus_isTheSeedsExampleOrAConflict() {
        HttpResponse<String> answer = server.call("POST", USER + "/pending", BODY);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo(RECORD.formatted("1", "pending"));

        server.core.otherStatus = true;
        HttpResponse<String> conflict = server.call("POST", USER + "/pending", BODY);
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body())
                .isEqualTo("{\"code\":\"ALREADY_EXISTS\",\"message\":\"There is a record with another status\"}");
    }

    @ParameterizedTest
    @CsvSource({"CHANGED, 1, 1", "UNCHANGED, 1, 0", "ABSENT, 0, 0"})
    void put_anyOutcome_isCounted(ChangeOutcome outcome, int found, int changed) {
        server.core.change = outcome;
        HttpResponse<String> answer = server.call("PUT", USER + "/newStatus", BODY);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"n\":%d,\"nModified\":%d,\"ok\":1}", found, changed);
        assertThat(server.core.calls).containsExactly("update 9a47b037-825f-4ae7-bf55-6290efd5d036 aura 1 newStatus");
    }

    @Test
    void get_all_isAListInItsOrder() {
        assertThat(server.call("GET", USER).body()).isEqualTo("[]");
        server.core.records = List.of(FakeTerms.record("2", "pending"), FakeTerms.record("1", "accepted"));
        HttpResponse<String> answer = server.call("GET", USER);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("[" + RECORD.formatted("2", "pending") + "," + RECORD.formatted("1", "accepted") + "]");
    }

    @Test
    void get_one_isTheRecordOrNotFound() {
        assertThat(server.call("GET", USER + "/aura/1").statusCode()).isEqualTo(404);
        assertThat(server.call("GET", USER + "/aura/1").body()).contains("\"NOT_FOUND\"");
        server.core.record = Optional.of(FakeTerms.record("1", "accepted"));
        HttpResponse<String> answer = server.call("GET", USER + "/aura/1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(RECORD.formatted("1", "accepted"));
    }

    @Test
    void get_latest_saysWhatIsAcceptedAndLast() {
        assertThat(server.call("GET", USER + "/aura/latest?required=2").body()).isEqualTo("{\"accepted\":false}");
        server.core.latest = new LatestAcceptance(true, Optional.of(new TermsVersion("2.1")));
        assertThat(server.call("GET", USER + "/aura/latest?required=2").body())
                .isEqualTo("{\"accepted\":true,\"version\":\"2.1\"}");
        assertThat(server.core.calls).last().isEqualTo("latest 9a47b037-825f-4ae7-bf55-6290efd5d036 aura 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?required=", "?required=latest", "?required=a%20b", "?required=1&required=2", "?x=1"})
    void get_latestWithoutAProperVersion_isRefused(String query) {
        HttpResponse<String> answer = server.call("GET", USER + "/aura/latest" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("required");
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void delete_any_isNoContent() {
        HttpResponse<String> answer = server.call("DELETE", USER);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(server.core.calls).containsExactly("remove 9a47b037-825f-4ae7-bf55-6290efd5d036");
    }

    @Test
    void ping_withoutAKey_namesTac() throws Exception {
        HttpResponse<String> answer = server.send(server.request("/ping"));
        JsonNode ping = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ping.path("timestamp").asLong()).isBetween(1_600_000_000_000L, System.currentTimeMillis());
        assertThat(ping.path("uptime").asLong()).isBetween(0L, 600L);
        assertThat(ping.path("service")).hasToString("{\"name\":\"tac\",\"version\":\"1.2.3\"}");
    }

    @Test
    void metrics_withoutAKey_nameRoutesAndNobody() {
        server.call("POST", USER, BODY);
        HttpResponse<String> answer = server.send(server.request("/metrics"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(answer.body()).contains("/v0/users/{user_id}/services").doesNotContain("9a47b037");
    }

    @Test
    void anyOperation_withoutAGoodKey_isOneAnswer() {
        List<String> targets = List.of(
                "POST " + USER,
                "GET " + USER,
                "DELETE " + USER,
                "POST " + USER + "/pending",
                "PUT " + USER + "/revoked",
                "GET " + USER + "/aura/1",
                "GET " + USER + "/aura/latest");
        String good = "x-api-key: " + FakeTerms.KEYS.get(0) + "\r\n";
        for (String target : targets) {
            for (String headers : List.of(
                    "",
                    "x-api-key: \r\n",
                    "x-api-key: wrong\r\n",
                    "x-api-key: " + FakeTerms.KEYS.get(0).toUpperCase(java.util.Locale.ROOT) + "\r\n",
                    "x-api-key: " + String.join(",", FakeTerms.KEYS) + "\r\n",
                    good + good,
                    "Authorization: APIKEY " + FakeTerms.KEYS.get(0) + "\r\n",
                    "x-api-key: caf\u00e9\r\n")) {
                try (RawClient raw = server.raw()) {
                    RawClient.Reply reply = raw.send(target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n")
                            .reply();
                    assertThat(reply.status()).as(target + headers).isEqualTo(401);
                    assertThat(reply.header("WWW-Authenticate")).isEqualTo("x-api-key realm=\"tac\"");
                    assertThat(reply.body())
                            .isEqualTo("{\"code\":\"UNAUTHENTICATED\",\"message\":\"A valid API key is required\"}");
                }
            }
        }
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void anyCall_throttledSource_is429WithRetryAfterAndNoChallenge() {
        HttpResponse<String> answer = server.send(server.request(USER).header("x-api-key", "throttled"));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"code\":\"TOO_MANY_REQUESTS\",\"message\":\"Too many calls have failed; try again later\"}");
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void change_anyKeyOfTheList_isTracedBackToItsPlaceAndCorrelator() {
        server.send(server.request(USER)
                .header("x-api-key", FakeTerms.KEYS.get(1))
                .header("x-correlator", "mine-1")
                .header("Content-Type", "application/json")
                .method("POST", BodyPublishers.ofString(BODY)));
        HttpResponse<String> answer = server.call("DELETE", USER);
        assertThat(server.core.callers)
                .containsExactly(
                        new TermsCaller("mine-1", 1),
                        new TermsCaller(
                                answer.headers().firstValue("x-correlator").orElseThrow(), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"version\":\"1\"}",
                "{\"name\":\"aura\"}",
                "{\"version\":1,\"name\":\"aura\"}",
                "{\"version\":null,\"name\":\"aura\"}",
                "{\"version\":\"\",\"name\":\"aura\"}",
                "{\"version\":\"latest\",\"name\":\"aura\"}",
                "{\"version\":\"1 \",\"name\":\"aura\"}",
                "{\"version\":\"1/2\",\"name\":\"aura\"}",
                "{\"version\":\"123456789012345678901234567890123\",\"name\":\"aura\"}",
                "{\"version\":\"1\",\"name\":\"\"}",
                "{\"version\":\"1\",\"name\":\"au ra\"}",
                "{\"version\":\"1\",\"name\":\"a:b\"}",
                "{\"version\":\"1\",\"name\":{\"$gt\":\"\"}}",
                "{\"version\":\"1\",\"name\":[\"aura\"]}",
                "{\"version\":\"1\",\"name\":\"aura\",\"status\":\"accepted\"}",
                "{\"version\":\"1\",\"name\":\"aura\",\"name\":\"aura\"}",
                "{\"version\":\"1\",\"name\":\"aura\"} x",
                "{\"version\":\"1\",\"name\":\"aura\"",
            })
    void body_ofAnotherForm_isRefusedEverywhere(String body) {
        for (String target : List.of("POST " + USER, "POST " + USER + "/pending", "PUT " + USER + "/pending")) {
            String[] words = target.split(" ");
            assertThat(server.call(words[0], words[1], body).statusCode()).isEqualTo(400);
        }
        assertThat(server.core.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revoked",
                "REVOKED",
                "rejected",
                "Rejected",
                "refused",
                "rEfUsEd",
                "declined",
                "DECLINED",
                "1st",
                "_x",
                "-x",
                "a.b",
                "a%20b",
                "caf%C3%A9",
                "a12345678901234567890123456789012"
            })
    void status_ofAnotherFormOrARefusal_isRefused(String status) {
        for (String method : List.of("POST", "PUT")) {
            HttpResponse<String> answer = server.call(method, USER + "/" + status, BODY);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).containsAnyOf("status must be a letter", "status must be at most 32 characters");
        }
        assertThat(server.core.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "a;b", "%C3%A9", "$gt", "a%00", "a%2Cb", "%7B%7D"})
    void userId_ofAnotherForm_isRefused(String userId) {
        String path = "/v0/users/" + userId + "/services";
        assertThat(server.call("POST", path, BODY).statusCode()).isEqualTo(400);
        assertThat(server.call("GET", path).statusCode()).isEqualTo(400);
        assertThat(server.call("DELETE", path).statusCode()).isEqualTo(400);
        assertThat(server.call("GET", path + "/aura/1").statusCode()).isEqualTo(400);
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void userId_withEveryAllowedSign_isTakenAsGiven() {
        server.call("GET", "/v0/users/A.z_0:9@x+y-%41/services");
        assertThat(server.core.calls).containsExactly("list A.z_0:9@x+y-A");
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, , 'DELETE, GET, HEAD, POST'",
        "GET, /pending, 'POST, PUT'",
        "DELETE, /pending, 'POST, PUT'",
        "POST, /aura/1, 'GET, HEAD'",
        "PUT, /aura/latest, 'GET, HEAD'"
    })
    void method_notThere_isRefusedWithThoseThatAre(String method, String path, String allow) {
        HttpResponse<String> answer = server.call(method, USER + (path == null ? "" : path));
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains(allow);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v0", "/v0/users/a", "/v0/ping", "/healthz", "/aura-services/v1/ping", "/docs"})
    void path_thatIsNotThere_isNotFound(String path) {
        assertThat(server.call("GET", path).statusCode()).isEqualTo(404);
    }

    @Test
    void body_ofAnotherMediaTypeOrTooLarge_isRefused() {
        assertThat(server.send(server.request(USER)
                                .header("x-api-key", FakeTerms.KEYS.get(0))
                                .method("POST", BodyPublishers.ofString(BODY)))
                        .statusCode())
                .isEqualTo(415);
        assertThat(server.call("POST", USER, BODY + " ".repeat(65_537)).statusCode())
                .isEqualTo(413);
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void outage_ofTheStore_isUnavailable() {
        server.core.failing = () -> {
            throw new Outage.TimedOut("terms");
        };
        HttpResponse<String> answer = server.call("POST", USER, BODY);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
}
