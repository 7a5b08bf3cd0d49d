package io.github.auraauth.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final RawServer.Answer SILENCE = (number, connection) -> {};

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-02T03:04:05Z"));
    private final ClientUnderTest outgoing = new ClientUnderTest(ClientUnderTest.config(20, 0), now::get);
    private final AtomicBoolean well = new AtomicBoolean();
    private final RawServer server = RawServer.answering((number, connection) ->
            connection.write(well.get() ? RawServer.ok("well") : RawServer.reply("500 No", "")));

    @AfterEach
    void close() {
        outgoing.close();
        server.close();
    }

    @Test
    void send_afterTenFailures_isRefusedAtOnceAndUnasked() {
        open();
        int asked = server.requests().size();
        long began = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertPaused();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertThat(server.requests()).hasSize(asked);
    }

    @Test
    void send_afterTheRest_closesByItself() {
        open();
        well.set(true);
        now.updateAndGet(time -> time.plus(FIVE_SECONDS).minusMillis(1));
        assertPaused();
        now.updateAndGet(time -> time.plusMillis(2));
        for (int i = 0; i < 20; i++) {
            assertThat(send().status()).isEqualTo(200);
        }
    }

    @Test
    void send_afterTheRestStillFailing_opensAgain() {
        open();
        now.updateAndGet(time -> time.plus(FIVE_SECONDS).plusMillis(1));
        for (int i = 0; i < 3; i++) {
            assertThat(send().status()).isEqualTo(500);
        }
        assertPaused();
    }

    @Test
    void send_callOutOfTime_takesNoTrial() {
        open();
        well.set(true);
        now.updateAndGet(time -> time.plus(FIVE_SECONDS).plusMillis(1));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> outgoing.upstream()
                            .send(UpstreamRequest.post(server.address(), "/"), Deadline.in(Duration.ZERO, now::get)))
                    .isInstanceOf(Outage.UpstreamTimedOut.class);
        }
        assertThat(send().status()).isEqualTo(200);
    }

    @Test
    void send_refusalsAndRedirects_neverOpenIt() {
        for (String status : new String[] {"400 No", "401 No", "403 No", "404 No", "429 Later", "302 Found"}) {
            try (RawServer refusing = RawServer.saying(RawServer.reply(status, ""))) {
                for (int i = 0; i < 15; i++) {
                    outgoing.post(refusing);
                }
            }
        }
        assertThat(send().status()).isEqualTo(500);
    }

    @Test
    void send_resets_openIt() {
        try (RawServer resetting = RawServer.answering((number, connection) -> connection.reset())) {
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> outgoing.post(resetting)).isInstanceOf(Outage.UpstreamFailed.class);
            }
        }
        assertPaused();
    }

    @Test
    void send_callersWithHardlyAnyTime_neverOpenIt() {
        try (RawServer slow = RawServer.answering(SILENCE)) {
            for (int i = 0; i < 12; i++) {
                assertThatThrownBy(() -> outgoing.upstream()
                                .send(UpstreamRequest.post(slow.address(), "/"), ClientUnderTest.in(20)))
                        .isInstanceOf(Outage.UpstreamTimedOut.class);
            }
        }
        well.set(true);
        assertThat(send().status()).isEqualTo(200);
    }

    @Test
    void send_silenceForAFairTime_opensIt() {
        try (ClientUnderTest patient = new ClientUnderTest(ClientUnderTest.config(20, 0), InstantSource.system());
                RawServer slow = RawServer.answering(SILENCE)) {
            CompletableFuture<?>[] calls = Stream.generate(() ->
                            CompletableFuture.runAsync(() -> patient.post(slow), task -> new Thread(task).start()))
                    .limit(10)
                    .toArray(CompletableFuture<?>[]::new);
            assertThatThrownBy(() -> CompletableFuture.allOf(calls).join())
                    .hasCauseInstanceOf(Outage.UpstreamTimedOut.class);
            assertThatThrownBy(() -> patient.post(slow)).isInstanceOf(Outage.Paused.class);
        }
    }

    @Test
    void requireAvailable_asItIs_asksNobodyAndTakesNoTrial() {
        outgoing.upstream().requireAvailable();
        open();
        int asked = server.requests().size();
        assertThatThrownBy(() -> outgoing.upstream().requireAvailable()).isInstanceOf(Outage.Paused.class);
        now.updateAndGet(time -> time.plus(FIVE_SECONDS).plusMillis(1));
        for (int i = 0; i < 10; i++) {
            outgoing.upstream().requireAvailable();
        }
        assertThat(server.requests()).hasSize(asked);
        well.set(true);
        assertThat(send().status()).isEqualTo(200);
    }

    @Test
    void send_anotherUpstream_isNotAffected() {
        open();
        UpstreamClient another = outgoing.http().upstream("another");
        assertThat(another.send(UpstreamRequest.post(server.address(), "/"), ClientUnderTest.in(5_000))
                        .status())
                .isEqualTo(500);
        assertThat(outgoing.http().upstream("peer")).isSameAs(outgoing.upstream());
    }

    private void open() {
        for (int i = 0; i < 10; i++) {
            assertThat(send().status()).isEqualTo(500);
        }
        assertPaused();
    }

    private UpstreamResponse send() {
        return outgoing.post(server);
    }

    private void assertPaused() {
        assertThatThrownBy(this::send)
                .isInstanceOfSatisfying(
                        Outage.Paused.class,
                        paused -> assertThat(paused.pause()).isEqualTo(FIVE_SECONDS));
    }
}
