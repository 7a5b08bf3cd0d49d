package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.front.server.ApiServer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No WebSocket, no session, no other protocol and no other handler: whoever asks for one is answered as all others are. */
class PlainHttpTest extends WithServer {
    private static final int MANY = 3_000;
    private static final int CONNECTIONS = 200;
    private static final long MOST_BYTES_EACH = 60_000;
    private static final RunningTerms TERMS = new RunningTerms();

    @AfterAll
    static void stopTerms() {
        TERMS.close();
    }

    static Stream<String> upgrades() {
        return Stream.of(
                "Sec-WebSocket-Version: 13\r\n",
                "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n",
                "Sec-WebSocket-Protocol: chat\r\n",
                "Sec-WebSocket-Extensions: permessage-deflate\r\n",
                "Sec-WebSocket-Accept: AAAA\r\n",
                "Upgrade: websocket\r\n",
                "Upgrade: h2c\r\n",
                "Upgrade: TLS/1.0\r\n",
                "Connection: Upgrade\r\n",
                "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n",
                "HTTP2-Settings: AAMAAABkAAQAAP__\r\n",
                "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n",
                "Cookie: JSESSIONID=node0abc123.node0\r\n");
    }

    @ParameterizedTest
    @MethodSource("upgrades")
    void request_withAnUpgrade_isAnsweredAsWithoutIt(String headers) {
        for (RawClient raw : List.of(server.raw(), TERMS.raw())) {
            try (raw) {
                for (int i = 0; i < 2; i++) {
                    String path = raw.port() == server.server.port() ? "/local-ping" : "/ping";
                    RawClient.Reply reply = raw.send("GET " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n")
                            .reply();

                    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
                    assertThat(reply.body()).startsWith("{\"timestamp\":");
                    isOurs(reply);
                }
            }
        }
    }

    @Test
    void request_withAnUpgrade_passesTheSameChecks() {
        try (RawClient raw = server.raw()) {
            String upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
            for (String head : List.of("GET /nowhere", "GET /aura-services/v1/users/x", "PUT /local-ping")) {
                RawClient.Reply reply =
                        raw.send(head + " HTTP/1.1\r\nHost: a\r\n" + upgrade).reply();

                assertThat(reply.status()).isIn(404, 401, 405);
                isOurs(reply);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("oddTargets")
    void request_withAnOddMethodOrTarget_isAnsweredByUs(String line) {
        for (RawClient raw : List.of(server.raw(), TERMS.raw())) {
            try (raw) {
                RawClient.Reply reply =
                        raw.send(line + " HTTP/1.1\r\nHost: a\r\n\r\n").reply();

                assertThat(reply.status()).isIn(400, 404, 405);
                assertThat(reply.body()).startsWith("{\"code\":\"");
                isOurs(reply);
            }
        }
    }

    static Stream<String> oddTargets() {
        return Stream.of(
                "TRACE /local-ping",
                "TRACK /local-ping",
                "OPTIONS *",
                "OPTIONS /local-ping",
                "GET *",
                "CONNECT a:443",
                "CONNECT /local-ping",
                "GET http://a/nowhere",
                "GET ws://a/nowhere",
                "GET http://b/ping",
                "PRI *",
                "GET /;jsessionid=node0abc123",
                "GET //local-ping");
    }

    @Test
    void requests_byTheThousand_leaveNoSessionBehind() {
        try (RawClient raw = server.raw()) {
            for (int i = 0; i < MANY; i++) {
                RawClient.Reply reply = raw.send(
                                "GET /local-ping HTTP/1.1\r\nHost: a\r\nSec-WebSocket-Version: 13\r\n\r\n")
                        .reply();
                assertThat(reply.status()).isEqualTo(200);
                isOurs(reply);
            }
        }
        for (ApiServer each : List.of(server.server, TERMS.server)) {
            Server jetty = each.jetty();
            assertThat(jetty.getDescendants(Handler.class))
                    .extracting(handler -> handler.getClass().getSimpleName())
                    .containsExactly("GracefulHandler", "Current");
        }
    }

    /** Whoever has no key can open as many as there are ports. */
    @Test
    void connections_thatHaveSentHeaders_keepFewBytesEach() {
        List<RawClient> open = new ArrayList<>();
        try {
            used(); // what is made once
            long before = used();
            for (int i = 0; i < CONNECTIONS; i++) {
                RawClient raw = server.raw();
                open.add(raw);
                for (int request = 0; request < 3; request++) {
                    raw.send("GET /local-ping HTTP/1.1\r\nHost: a\r\nUser-Agent: a\r\nX-Any: b\r\n\r\n")
                            .reply();
                }
            }
            assertThat((used() - before) / CONNECTIONS).isLessThan(MOST_BYTES_EACH);
        } finally {
            open.forEach(RawClient::close);
        }
    }

    private static long used() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void isOurs(RawClient.Reply reply) {
        assertThat(reply.header("x-correlator")).isNotEmpty();
        assertThat(reply.headers()).doesNotContainKeys("Set-Cookie", "Upgrade", "Sec-WebSocket-Accept", "Server");
    }
}
