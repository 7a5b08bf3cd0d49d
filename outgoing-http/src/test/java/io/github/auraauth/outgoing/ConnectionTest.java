package io.github.auraauth.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        callers.shutdownNow();
    }

    @Test
    void send_oneAfterAnother_usesOneConnection() {
        try (ClientUnderTest outgoing = ClientUnderTest.withRetries(0);
                RawServer server = RawServer.saying(RawServer.ok("x"))) {
            for (int i = 0; i < 20; i++) {
                outgoing.post(server);
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void send_withoutKeepAlive_usesOneConnectionEach() {
        OutgoingHttpConfig config =
                new OutgoingHttpConfig(false, Duration.ZERO, 4, ClientUnderTest.REQUEST_TIMEOUT, 0, List.of());
        try (ClientUnderTest outgoing = new ClientUnderTest(config, InstantSource.system());
                RawServer server = RawServer.saying(RawServer.ok("x"))) {
            for (int i = 0; i < 5; i++) {
                outgoing.post(server);
            }
            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @Test
    void send_afterTheServerClosedAKeptConnection_opensAnother() {
        try (ClientUnderTest outgoing = ClientUnderTest.withRetries(0);
                RawServer server = RawServer.answering((number, connection) -> {
                    connection.write(RawServer.ok("x"));
                    connection.end();
                })) {
            for (int i = 1; i <= 10; i++) {
                assertThat(outgoing.post(server).status()).isEqualTo(200);
                server.awaitEnds(i);
            }
        }
    }

    @Test
    void send_afterATimeout_doesNotGetTheLateAnswer() {
        CountDownLatch timedOut = new CountDownLatch(1);
        try (ClientUnderTest outgoing =
                        new ClientUnderTest(ClientUnderTest.longTimeoutConfig(4), InstantSource.system());
                RawServer server = RawServer.answering((number, connection) -> {
                    boolean late = timedOut.getCount() > 0;
                    await(timedOut);
                    connection.write(RawServer.ok(late ? "late" : "in time"));
                })) {
            assertThatThrownBy(() -> outgoing.get(server, 200)).isInstanceOf(Outage.UpstreamTimedOut.class);
            timedOut.countDown();
            assertThat(outgoing.get(server).body()).asString().isEqualTo("in time");
        }
    }

    @Test
    void send_manyAtOnce_waitForTheFewConnectionsThatAnUpstreamGets() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ClientUnderTest outgoing = new ClientUnderTest(ClientUnderTest.config(8, 0), InstantSource.system());
                RawServer server = RawServer.answering((number, connection) -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    connection.rest(10);
                    running.decrementAndGet();
                    connection.write(RawServer.ok("x"));
                })) {
            List<CompletableFuture<UpstreamResponse>> replies = IntStream.range(0, 60)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> outgoing.post(server), callers))
                    .toList();
            assertThat(replies)
                    .allSatisfy(reply -> assertThat(reply.join().status()).isEqualTo(200));
            assertThat(most.get()).isBetween(2, 6);
            assertThat(server.connections()).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void send_allConnectionsBusy_timesOutAndAnotherPeerIsStillReached() {
        try (ClientUnderTest outgoing =
                        new ClientUnderTest(ClientUnderTest.longTimeoutConfig(4), InstantSource.system());
                RawServer silent = RawServer.answering((number, connection) -> connection.rest(60_000));
                RawServer good = RawServer.saying(RawServer.ok("x"))) {
            List<CompletableFuture<UpstreamResponse>> busy = IntStream.range(0, 3)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> outgoing.get(silent, 60_000), callers))
                    .toList();
            silent.awaitRequests(3);
            long began = System.nanoTime();
            assertThatThrownBy(() -> outgoing.get(silent, 200)).isInstanceOf(Outage.UpstreamTimedOut.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
            assertThat(silent.requests()).hasSize(3);
            assertThat(outgoing.http()
                            .upstream("another")
                            .send(UpstreamRequest.get(good.address(), "/"), ClientUnderTest.in(10_000))
                            .status())
                    .isEqualTo(200);
            silent.hangUp();
            assertThat(busy)
                    .allSatisfy(reply -> assertThatThrownBy(reply::join)
                            .isInstanceOf(CompletionException.class)
                            .hasCauseInstanceOf(Outage.UpstreamFailed.class));
        }
    }

    /** Some of the calls may end before the server has heard of them, so it is no number of theirs that ends the dripping. */
    @Test
    void send_afterManyTimeouts_stillHasConnections() {
        AtomicBoolean dripping = new AtomicBoolean(true);
        try (ClientUnderTest outgoing =
                        new ClientUnderTest(ClientUnderTest.longTimeoutConfig(2), InstantSource.system());
                RawServer server = RawServer.answering((number, connection) -> {
                    if (dripping.get()) {
                        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                        while (!connection.rest(20)) {
                            connection.write("x");
                        }
                    }
                    connection.write(RawServer.ok("x"));
                })) {
            for (int i = 0; i < 6; i++) {
                assertThatThrownBy(() -> outgoing.get(server, 100)).isInstanceOf(Outage.UpstreamTimedOut.class);
            }
            dripping.set(false);
            assertThat(outgoing.get(server).status()).isEqualTo(200);
        }
    }

    @Test
    void close_whileACallRuns_endsItAndRefusesMore() {
        try (RawServer server = RawServer.answering((number, connection) -> connection.rest(60_000))) {
            ClientUnderTest outgoing =
                    new ClientUnderTest(ClientUnderTest.longTimeoutConfig(4), InstantSource.system());
            CompletableFuture<UpstreamResponse> running =
                    CompletableFuture.supplyAsync(() -> outgoing.get(server, 60_000), callers);
            server.awaitRequests(1);
            long began = System.nanoTime();
            outgoing.close();
            assertThatThrownBy(running::join).hasCauseInstanceOf(Outage.class);
            assertThatThrownBy(() -> outgoing.get(server)).isInstanceOf(Outage.UpstreamFailed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
