package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.INTERNAL;
import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MannersTest extends WithServer {
    @Test
    void correlator_wellFormed_isEchoed() {
        String longest = "aZ0._-".repeat(10) + "abcd";

        assertThat(correlatorFor("x-correlator: aZ0._-\r\n")).isEqualTo("aZ0._-");
        assertThat(correlatorFor("X-Correlator: " + longest + "\r\n")).isEqualTo(longest);
    }

    @Test
    void correlator_malformedOrMissing_isReplacedByOneOfItsOwn() {
        Set<String> made = new HashSet<>();
        for (String header : List.of(
                "",
                "x-correlator: \r\n",
                "x-correlator: a b\r\n",
                "x-correlator: " + "a".repeat(65) + "\r\n",
                "x-correlator: caf\u00e9\r\n",
                "x-correlator: <script>\r\n",
                "x-correlator: a\r\nx-correlator: b\r\n")) {
            made.add(correlatorFor(header));
        }

        assertThat(made).hasSize(7).allMatch(text -> text.matches("[A-Za-z0-9._-]{1,64}"));
        assertThat(made).doesNotContain("a", "b");
    }

    @Test
    void headers_thatDifferInCaseOnly_areNotTakenForEachOtherOnOneConnection() {
        List<String> sent = List.of("APIKEY abc", "APIKEY ABC", "APIKEY aBc");
        try (RawClient raw = server.raw()) {
            for (String key : sent) {
                raw.send("GET /ping HTTP/1.1\r\nHost: a\r\nAuthorization: " + key + "\r\n\r\n")
                        .reply();
            }
        }

        assertThat(server.core.keyCalls)
                .extracting(call -> call.authorization().orElseThrow())
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/local-ping", "/nowhere", "/ping", "/aura-services/v1/docs", "/aura-services/v1/users//x"})
    void everyAnswer_hasSecurityHeadersAndSaysNothingOfTheServer(String path) {
        var headers = server.call("GET", path).send().headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.allValues("Content-Security-Policy")).hasSize(1);
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        assertThat(headers.firstValue("x-correlator")).isPresent();
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void answer_withUserDataOrRefusal_isNotToBeStored() {
        assertThat(server.api("GET", "/users/x").key(INTERNAL).send().headers().firstValue("Cache-Control"))
                .contains("no-store");
        assertThat(server.api("DELETE", "/users/x").key(KERNEL).send().headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void connection_afterARefusal_isKept() {
        try (RawClient raw = server.raw()) {
            for (String target : List.of(
                    "/nowhere", "/aura-services/v1/users//x", "/ping", "/aura-services/v1/users/x", "/local-ping")) {
                RawClient.Reply reply = raw.send("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n")
                        .reply();
                assertThat(reply.header("Connection")).as(target).isEmpty();
            }
            String body = "{\"a\":1}";
            for (int i = 0; i < 3; i++) {
                raw.send(
                        "POST /aura-services/v1/users/aura-id HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body);
                assertThat(raw.reply().status()).isEqualTo(401);
            }
            assertThat(raw.send("GET /local-ping HTTP/1.1\r\nHost: a\r\n\r\n")
                            .reply()
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v0/%00 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /local-ping HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde",
                "GET /local-ping HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\nab",
                "PUT /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\nab",
                "PUT /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n",
            })
    void connection_thatTheServerEnds_isSaidToEnd(String request) {
        try (RawClient raw = server.raw()) {
            boolean saidToEnd = raw.send(request).reply().header("Connection").equalsIgnoreCase("close");
            if (saidToEnd) {
                assertThat(raw.isClosed()).isTrue();
                return;
            }
            RawClient.Reply next =
                    raw.send("GET /local-ping HTTP/1.1\r\nHost: a\r\n\r\n").reply();
            assertThat(next.status()).isEqualTo(200);
        }
    }

    @Test
    void answer_hostileHost_neverHoldsIt() {
        try (RawClient raw = server.raw()) {
            RawClient.Reply reply = raw.send("GET /aura-services/v1/docs HTTP/1.1\r\nHost: evil.example\r\n\r\n")
                    .reply();

            assertThat(reply.body() + reply.headers()).doesNotContain("evil.example");
        }
    }

    @Test
    void forwardedHeaders_fromNobodyTrusted_areIgnored() {
        HttpResponse<String> answer = server.api("GET", "/config")
                .key(KERNEL)
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "for=203.0.113.7;proto=https")
                .send();

        assertThat(server.core.keyCalls.get(0).source()).isEqualTo("127.0.0.1");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void answer_compressionAccepted_isNotCompressed() {
        // Only what is the same for everybody is compressed: the length of a user's data would tell what they are like.
        for (String path : List.of("/users/x", "/metrics", "/config", "/openid/jwk", "/users/auraid/integrated/done")) {
            var headers = server.api("GET", path)
                    .key(INTERNAL)
                    .header("Accept-Encoding", "gzip, br")
                    .send()
                    .headers();

            assertThat(headers.firstValue("Content-Encoding")).as(path).isEmpty();
        }
    }

    private String correlatorFor(String headers) {
        try (RawClient raw = server.raw()) {
            return raw.send("GET /local-ping HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n")
                    .reply()
                    .header("x-correlator");
        }
    }
}
