package io.github.auraauth.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class UpstreamResponseTest {
    private final ClientUnderTest outgoing = ClientUnderTest.withRetries(2);

    @AfterEach
    void close() {
        outgoing.close();
        MDC.clear();
    }

    @Test
    void send_goodReply_isGivenAsItIs() {
        try (RawServer server = RawServer.saying(
                "HTTP/1.1 201 Created\r\nX-One: 1\r\nX-One: 2\r\nContent-Length: 5\r\n\r\nhe\u00ffl\u0000")) {
            UpstreamResponse reply = outgoing.get(server);
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.header("x-one")).contains("1");
            assertThat(reply.header("x-two")).isEmpty();
            assertThat(reply.body()).containsExactly('h', 'e', 0xff, 'l', 0);
            reply.body()[0] = 'x';
            assertThat(reply.body()[0]).isEqualTo((byte) 'h');
        }
    }

    @Test
    void send_call_goesOutAsGiven() {
        try (RawServer server = RawServer.saying(RawServer.ok(""))) {
            MDC.put("corr", "corr-1");
            MDC.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            outgoing.upstream()
                    .send(
                            UpstreamRequest.post(server.address(), "/a/{b}")
                                    .header("Authorization", Secret.ofText("Bearer x"))
                                    .header("Accept", "application/json")
                                    .body("application/x-www-form-urlencoded", Secret.ofText("a=\u00e9")),
                            ClientUnderTest.in(5_000));
            assertThat(server.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request)
                            .startsWith("POST /a/b?code=canary HTTP/1.1\r\n")
                            .contains(
                                    "Authorization: Bearer x\r\n",
                                    "Accept: application/json\r\n",
                                    "Content-Type: application/x-www-form-urlencoded\r\n",
                                    "x-correlator: corr-1\r\n",
                                    "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\r\n")
                            .doesNotContain("Accept-Encoding", "Upgrade:", "Expect:", "Cookie:")
                            .endsWith("\r\n\r\na=\u00e9"));
        }
    }

    @Test
    void send_contextThatIsNoContext_isLeftOut() {
        try (RawServer server = RawServer.saying(RawServer.ok(""))) {
            MDC.put("corr", "a\r\nX-Evil: 1");
            MDC.put("traceparent", "");
            outgoing.get(server);
            assertThat(server.requests().get(0)).doesNotContain("x-correlator", "Evil", "traceparent");
        }
    }

    @Test
    void send_redirect_isAnAnswerAndNotFollowed() {
        for (String status : List.of("301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent")) {
            try (RawServer server =
                    RawServer.saying("HTTP/1.1 " + status + "\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")) {
                UpstreamResponse reply = outgoing.get(server);
                assertThat(reply.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
                assertThat(reply.header("Location")).contains("/elsewhere");
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @Test
    void send_cookieAndChallenge_areNotAnswered() {
        try (RawServer server = RawServer.saying("HTTP/1.1 401 No\r\nSet-Cookie: a=1; Path=/\r\n"
                + "WWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n")) {
            outgoing.get(server);
            assertThat(outgoing.get(server).status()).isEqualTo(401);
            assertThat(server.requests()).hasSize(2).noneMatch(request -> request.contains("Cookie"));
        }
    }

    @Test
    void send_packedBody_isNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write("x".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
        }
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                + packed.size() + "\r\n\r\n" + packed.toString(StandardCharsets.ISO_8859_1))) {
            assertThat(outgoing.get(server).body()).isEqualTo(packed.toByteArray());
        }
    }

    @Test
    void send_bodyOfJustOneMebibyte_isGiven() {
        try (RawServer server = RawServer.saying(RawServer.ok("x".repeat(1 << 20)))) {
            assertThat(outgoing.get(server).body()).hasSize(1 << 20);
        }
    }

    @Test
    void toString_ofCallAndReply_holdNoSecret() {
        UpstreamRequest call = UpstreamRequest.post(URI.create("https://example.test/x?code=canary"), "/x")
                .header("Authorization", "canary")
                .body("text/plain", Secret.ofText("canary"));
        UpstreamResponse reply =
                UpstreamResponse.of(200, Map.of("Set-Cookie", "canary"), "canary".getBytes(StandardCharsets.US_ASCII));
        assertThat(call).hasToString("UpstreamRequest[POST /x]");
        assertThat(reply).hasToString("UpstreamResponse[200]");
    }

    @Test
    void call_wrongTargetOrHeader_isRefusedWithoutItsValue() {
        for (String target : List.of("ftp://host/canary", "/canary", "http:canary", "http://canary@host/")) {
            assertThatThrownBy(() -> UpstreamRequest.get(URI.create(target), "/"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("target")
                    .hasMessageNotContaining("canary");
        }
        UpstreamRequest call = UpstreamRequest.get(URI.create("http://host/"), "/");
        for (String value : List.of("canary\r\nX: y", "canary\n", "canary\u00e9", "canary\u0000")) {
            assertThatThrownBy(() -> call.header("X-Name", value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("X-Name")
                    .hasMessageNotContaining("canary");
        }
    }
}
