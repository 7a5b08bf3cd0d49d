package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.BASE;
import static io.github.auraauth.adapter.http.RunningServer.INTERNAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Request lines and headers that no decent client sends: answered in our form, also where Jetty refuses them. */
class HeadTest extends WithServer {
    static Stream<String> malformed() {
        return Stream.of(
                "garbage\r\n\r\n",
                "GET\r\n\r\n",
                "GET /local-ping\r\n\r\n",
                "GET local-ping HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /local-ping HTTP/2.0\r\nHost: a\r\n\r\n",
                "GET /local-ping HTTP/9.9\r\nHost: a\r\n\r\n",
                "GET /local-ping HTTP/1.1\r\n\r\n",
                "GET /local-ping HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /local-ping HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n",
                "GET /local-ping HTTP/1.1\r\nHost: a\r\nX : a\r\n\r\n",
                "GET /local-ping HTTP/1.1\r\nHost: a\r\nX\r\n\r\n",
                "GET /local-ping HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n",
                "GET /local-ping HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n",
                "GET /local-ping HTTP/1.1\r\nHost: a\r\n(X): a\r\n\r\n",
                "GET /local-ping HTTP/1.1\r\nHost: a\r\nExpect: nonsense\r\n\r\n",
                "POST /local-ping HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                "POST /local-ping HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3\r\n\r\nabc",
                "POST /local-ping HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc",
                "POST /local-ping HTTP/1.1\r\nHost: a\r\nContent-Length: -3\r\n\r\nabc",
                "POST /local-ping HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\nabc",
                "POST /local-ping HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n",
                "POST /local-ping HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "POST /local-ping HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n0\r\n\r\n",
                "POST /local-ping HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "POST /local-ping HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void head_thatIsMalformed_is400InOurForm_andTheConnectionEnds(String head) {
        try (RawClient raw = server.raw()) {
            RawClient.Reply reply = raw.send(head).reply();

            assertThat(reply.status()).isEqualTo(400);
            inOurForm(reply);
            assertThat(raw.isClosed()).isTrue();
        }
    }

    @Test
    void target_ofAnotherHost_is400() {
        try (RawClient raw = server.raw()) {
            RawClient.Reply reply = raw.send("GET http://evil.example/local-ping HTTP/1.1\r\nHost: a\r\n\r\n")
                    .reply();

            assertThat(reply.status()).isEqualTo(400);
            inOurForm(reply);
        }
    }

    @Test
    void head_over32KiB_is431InOurForm() {
        for (String head : new String[] {
            "GET /local-ping HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(33_000) + "\r\n\r\n",
            "GET /local-ping HTTP/1.1\r\nHost: a\r\n" + "X: aaaaaaaaaaaaaaaa\r\n".repeat(1_800) + "\r\n",
            "GET /local-ping?" + "a".repeat(33_000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /" + "a".repeat(33_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"
        }) {
            try (RawClient raw = server.raw()) {
                RawClient.Reply reply = raw.send(head).reply();

                assertThat(reply.status()).isEqualTo(431);
                inOurForm(reply);
                assertThat(reply.body()).contains("32 KiB");
            }
        }
    }

    @Test
    void head_under32KiB_isServed() {
        try (RawClient raw = server.raw()) {
            String head = "GET /local-ping HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(31_000) + "\r\n\r\n";

            assertThat(raw.send(head).reply().status()).isEqualTo(200);
        }
    }

    @Test
    void upgrade_toAWebSocket_isAnOrdinaryRequest() {
        try (RawClient raw = server.raw()) {
            RawClient.Reply reply = raw.send(
                            "GET /nowhere HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                    .reply();

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.header("x-correlator")).isNotEmpty();
        }
    }

    @Test
    void requests_pipelined_areAnsweredInOrder() {
        try (RawClient raw = server.raw()) {
            raw.send("GET /local-ping HTTP/1.1\r\nHost: a\r\nx-correlator: one\r\n\r\n"
                    + "GET /nowhere HTTP/1.1\r\nHost: a\r\nx-correlator: two\r\n\r\n");

            assertThat(raw.reply().header("x-correlator")).isEqualTo("one");
            assertThat(raw.reply().header("x-correlator")).isEqualTo("two");
        }
    }

    /** The thread that ends an answer goes on with the connection: however many there are, no stack grows. */
    @Test
    void requests_pipelinedByTheHundred_withAndWithoutAWorker_areAnsweredInOrder() {
        try (RawClient raw = server.raw()) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 400; i++) {
                String path =
                        List.of("/local-ping", "/nowhere", BASE + "/users/x").get(i % 3);
                requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: a\r\nx-correlator: ");
                requests.append(i)
                        .append("\r\nAuthorization: ")
                        .append(INTERNAL)
                        .append("\r\n\r\n");
            }
            raw.send(requests.toString());
            for (int i = 0; i < 400; i++) {
                RawClient.Reply reply = raw.reply();
                assertThat(reply.header("x-correlator")).isEqualTo(Integer.toString(i));
                assertThat(reply.status()).isEqualTo(i % 3 == 0 ? 200 : 404);
            }
        }
    }

    private static void inOurForm(RawClient.Reply reply) {
        assertThat(reply.body()).startsWith("{\"code\":\"INVALID_REQUEST\",\"message\":\"");
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("x-correlator")).isNotEmpty();
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Server")).isEmpty();
    }
}
