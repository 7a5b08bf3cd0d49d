package io.github.auraauth.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.behaviour.Behaviour;
import io.github.auraauth.port.Outage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BehavingExchangesTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private Optional<Behaviour> behaviour = Optional.empty();
    private final OutgoingHttp http = OutgoingHttp.open(
            ClientUnderTest.config(1, 0),
            registry,
            TracerProvider.noop().get("tests"),
            InstantSource.system(),
            Optional.of(name -> name.equals("behaving") ? behaviour : Optional.empty()));

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void send_asUsual_isAnsweredByTheUpstream_againAndAgain() {
        try (RawServer server = RawServer.saying(RawServer.ok("here"))) {
            for (int i = 0; i < 3; i++) {
                assertThat(send("behaving", server).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void send_status_isAnsweredWithItAndNothingIsSent() {
        behaviour = Optional.of(new Behaviour(Duration.ZERO, OptionalInt.of(503)));
        try (RawServer server = RawServer.saying(RawServer.ok("here"))) {
            for (int i = 0; i < 3; i++) {
                assertThat(send("behaving", server).status()).isEqualTo(503);
            }
            assertThat(server.requests()).isEmpty();
            assertThat(send("other", server).status()).isEqualTo(200);
            assertThat(registry.get("outgoing.request.duration")
                            .tags("host", "behaving", "status", "503")
                            .timer()
                            .count())
                    .isEqualTo(3);
        }
    }

    @Test
    void send_delay_putsTheRequestOff() {
        behaviour = Optional.of(new Behaviour(Duration.ofMillis(150), OptionalInt.empty()));
        try (RawServer server = RawServer.saying(RawServer.ok("here"))) {
            long began = System.nanoTime();
            assertThat(send("behaving", server).status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        }
    }

    @Test
    void send_delayBeyondTheDeadline_isATimeoutInTime() {
        behaviour = Optional.of(new Behaviour(Duration.ofMinutes(1), OptionalInt.of(503)));
        try (RawServer server = RawServer.saying(RawServer.ok("here"))) {
            assertThatThrownBy(() -> http.upstream("behaving")
                            .send(UpstreamRequest.get(server.address(), "/a"), ClientUnderTest.in(100)))
                    .isInstanceOf(Outage.UpstreamTimedOut.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    private UpstreamResponse send(String upstream, RawServer server) {
        return http.upstream(upstream).send(UpstreamRequest.get(server.address(), "/a"), ClientUnderTest.in(10_000));
    }
}
