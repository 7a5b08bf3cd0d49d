package io.github.auraauth.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.port.Outage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every way in which an upstream fails ends as an outage of its kind, in time. */
class FailureTest {
    /** What a loaded machine may need beyond a limit. */
    private static final Duration SLACK = Duration.ofMillis(2500);

    private final ClientUnderTest outgoing = ClientUnderTest.withRetries(0);

    @AfterEach
    void close() {
        outgoing.close();
    }

    @Test
    void send_nobodyListens_failed() throws IOException {
        try (Socket bound = new Socket()) {
            bound.bind(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // nobody else gets the port meanwhile
            assertFails(() -> get("http://127.0.0.1:" + bound.getLocalPort() + "/"));
        }
    }

    @Test
    void send_unknownHost_failed() {
        assertFails(() -> get("http://nobody.invalid/"));
    }

    @Test
    void send_connectionReset_failed() {
        assertFails(RawServer.answering((number, connection) -> connection.reset()));
    }

    @Test
    void send_connectionClosedBeforeAnyAnswer_failed() {
        assertFails(RawServer.answering((number, connection) -> connection.end()));
    }

    @Test
    void send_halfABody_failed() {
        assertFails(ending("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"token\":\"canary"));
        assertFails(ending("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\ncanary"));
        assertFails(ending("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\ncanary\r\n"));
    }

    @Test
    void send_halfAHead_failed() {
        assertFails(ending("HTTP/1.1 200 OK\r\nX-Canary: can"));
    }

    @Test
    void send_bodyThatOnlyTheConnectionEnds_failed() {
        assertFails(ending("HTTP/1.1 200 OK\r\n\r\n{\"token\":\"canary\"}"));
        assertFails(ending("HTTP/1.0 200 OK\r\n\r\n{\"token\":\"canary\"}"));
    }

    @Test
    void send_noHttp_failed() {
        assertFails(RawServer.saying("SSH-2.0-canary\r\n".repeat(20_000)));
        assertFails(ending("HTTP/1.1 canary canary\r\n\r\n"));
        assertFails(ending("HTTP/1.1 700 canary\r\nContent-Length: 0\r\n\r\n"));
    }

    @Test
    void send_overOneMebibyte_failedAndConnectionClosed() {
        RawServer announced = RawServer.saying(RawServer.ok("x".repeat((1 << 20) + 1)));
        assertFails(announced);
        assertFails(RawServer.answering((number, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            String mebibyte = "100000\r\n" + "x".repeat(1 << 20) + "\r\n";
            for (int i = 0; i < 5; i++) {
                connection.write(mebibyte);
            }
            connection.write("0\r\n\r\n");
        }));
        assertFails(RawServer.answering((number, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (!connection.rest(0)) {
                connection.write("10000\r\n" + "x".repeat(65_536) + "\r\n");
            }
        }));
    }

    @Test
    void send_overOneMebibyteAnnounced_failedWithoutWaitingForIt() {
        assertFails(RawServer.answering((number, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n");
            connection.rest(60_000);
        }));
    }

    @Test
    void send_endlessHead_failed() {
        assertFails(RawServer.answering((number, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\nX-Long: ");
            while (!connection.rest(0)) {
                connection.write("canary".repeat(1_000));
            }
        }));
        assertFails(RawServer.answering((number, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\n");
            while (!connection.rest(0)) {
                connection.write("X-Many: canary\r\n".repeat(100));
            }
        }));
    }

    @Test
    void send_silence_timesOutWithTheRequestOrTheDeadline() {
        try (RawServer server = RawServer.answering((number, connection) -> connection.rest(60_000))) {
            assertTimesOut(ClientUnderTest.REQUEST_TIMEOUT, () -> outgoing.get(server, 10_000));
            assertTimesOut(Duration.ofMillis(200), () -> outgoing.get(server, 200));
        }
    }

    @Test
    void send_drippingBody_timesOut() {
        try (RawServer server = RawServer.answering((number, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            while (!connection.rest(20)) {
                connection.write("x");
            }
        })) {
            assertTimesOut(ClientUnderTest.REQUEST_TIMEOUT, () -> outgoing.get(server, 10_000));
            assertTimesOut(Duration.ofMillis(300), () -> outgoing.get(server, 300));
        }
    }

    @Test
    void send_drippingHead_timesOut() {
        try (RawServer server = RawServer.answering((number, connection) -> {
            connection.write("HTTP/1.1 200 OK\r\nX-Slow: ");
            while (!connection.rest(20)) {
                connection.write("x");
            }
        })) {
            assertTimesOut(Duration.ofMillis(300), () -> outgoing.get(server, 300));
        }
    }

    @Test
    void send_endlessInterimAnswers_timesOut() {
        try (RawServer server = RawServer.answering((number, connection) -> {
            while (!connection.rest(5)) {
                connection.write("HTTP/1.1 103 Early Hints\r\n\r\n");
            }
        })) {
            assertTimesOut(Duration.ofMillis(300), () -> outgoing.get(server, 300));
        }
    }

    @Test
    void send_silentHandshake_timesOut() {
        try (RawServer server = RawServer.answering((number, connection) -> connection.rest(60_000))) {
            URI secure = URI.create("https://127.0.0.1:" + server.address().getPort() + "/");
            assertTimesOut(
                    Duration.ofMillis(300),
                    () -> outgoing.upstream().send(UpstreamRequest.get(secure, "/"), ClientUnderTest.in(300)));
        }
    }

    @Test
    void send_nameThatIsResolvedTooLate_timesOut() {
        CountDownLatch over = new CountDownLatch(1);
        try (ClientUnderTest slow =
                new ClientUnderTest(ClientUnderTest.config(20, 0), InstantSource.system(), new WaitingResolver(over))) {
            assertTimesOut(
                    Duration.ofMillis(300),
                    () -> slow.upstream()
                            .send(
                                    UpstreamRequest.get(URI.create("http://service.example/"), "/"),
                                    ClientUnderTest.in(300)));
            over.countDown();
        }
    }

    @Test
    void send_connectionNeverAccepted_timesOut() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 3; i++) {
                Socket socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(full.getLocalSocketAddress(), 100);
                } catch (IOException backlogIsFull) {
                    break;
                }
            }
            assertTimesOut(
                    Duration.ofMillis(300),
                    () -> outgoing.upstream()
                            .send(
                                    UpstreamRequest.get(
                                            URI.create("http://127.0.0.1:" + full.getLocalPort() + "/"), "/"),
                                    ClientUnderTest.in(300)));
        } finally {
            for (Socket each : waiting) {
                each.close();
            }
        }
    }

    @Test
    void send_deadlinePassed_timesOutUnasked() {
        try (RawServer server = RawServer.saying(RawServer.ok(""))) {
            assertTimesOut(Duration.ZERO, () -> outgoing.get(server, 0));
            assertThat(server.connections()).isZero();
        }
    }

    private void assertFails(RawServer server) {
        try (server) {
            assertFails(() -> outgoing.get(server));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    /** At once, and with nothing in it that was sent or received. */
    private static void assertFails(ThrowingCallable call) {
        long began = System.nanoTime();
        assertThatThrownBy(call)
                .isInstanceOf(Outage.UpstreamFailed.class)
                .hasMessage("peer failed")
                .hasRootCauseInstanceOf(ExchangeFailure.class)
                .extracting(failure -> failure.getCause().toString())
                .asString()
                .doesNotContain("anary", "127.0.0.1", "invalid");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(ClientUnderTest.REQUEST_TIMEOUT.plus(SLACK));
    }

    private static void assertTimesOut(Duration limit, ThrowingCallable call) {
        long began = System.nanoTime();
        assertThatThrownBy(call).isInstanceOf(Outage.UpstreamTimedOut.class).hasMessage("peer did not answer in time");
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(took).isBetween(limit.minusMillis(20), limit.plus(SLACK));
    }

    private void get(String address) {
        outgoing.upstream().send(UpstreamRequest.get(URI.create(address), "/"), ClientUnderTest.in(10_000));
    }

    private static RawServer ending(String bytes) {
        return RawServer.answering((number, connection) -> {
            connection.write(bytes);
            connection.end();
        });
    }

    /** Finds nothing, and takes longer over it than anybody waits. */
    private record WaitingResolver(CountDownLatch over) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            try {
                boolean unused = over.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException("no such host");
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
