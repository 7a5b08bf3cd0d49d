package io.github.auraauth.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryTest {
    private final ClientUnderTest outgoing = ClientUnderTest.withRetries(2);

    @AfterEach
    void close() {
        outgoing.close();
    }

    @Test
    void send_repeatableThatFailsTwice_isAnsweredTheThirdTime() {
        try (RawServer server = RawServer.answering((number, connection) -> {
            if (number == 1) {
                connection.write(RawServer.reply("503 Busy", ""));
            } else if (number == 2) {
                connection.reset();
            } else {
                connection.write(RawServer.ok("third"));
            }
        })) {
            assertThat(outgoing.get(server).body()).asString().isEqualTo("third");
        }
    }

    @Test
    void send_repeatableThatFailsAlways_endsWithTheLastFailure() {
        try (RawServer server = RawServer.saying(RawServer.reply("502 Bad", "last"))) {
            assertThat(outgoing.get(server).status()).isEqualTo(502);
            assertThat(server.requests()).hasSize(3);
        }
        try (RawServer server = RawServer.answering((number, connection) -> connection.reset())) {
            assertThatThrownBy(() -> outgoing.get(server)).isInstanceOf(Outage.UpstreamFailed.class);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void send_notRepeatable_isSentOnce() {
        try (RawServer server = RawServer.saying(RawServer.reply("500 No", ""))) {
            assertThat(outgoing.post(server).status()).isEqualTo(500);
            assertThat(server.requests()).hasSize(1);
        }
        try (RawServer server = RawServer.answering((number, connection) -> connection.reset())) {
            assertThatThrownBy(() -> outgoing.post(server)).isInstanceOf(Outage.UpstreamFailed.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void send_refusal_isNotRepeated() {
        for (String status : new String[] {"400 No", "401 No", "404 No", "429 Later"}) {
            try (RawServer server = RawServer.saying(RawServer.reply(status, ""))) {
                outgoing.get(server);
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @Test
    void send_timeouts_areRepeatedUntilTheDeadline() {
        try (RawServer server = RawServer.answering((number, connection) -> connection.rest(60_000))) {
            long began = System.nanoTime();
            assertThatThrownBy(() -> outgoing.get(server, 2_200)).isInstanceOf(Outage.UpstreamTimedOut.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isBetween(Duration.ofMillis(1_450), Duration.ofMillis(4_500));
            server.awaitRequests(2);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void send_noTimeForAPause_givesTheAnswerThatThereIs() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-02T03:04:05Z"));
        try (ClientUnderTest hurried = new ClientUnderTest(ClientUnderTest.config(4, 2), now::get);
                RawServer server = RawServer.answering((number, connection) -> {
                    now.updateAndGet(time -> time.plusMillis(970));
                    connection.write(RawServer.reply("500 No", ""));
                })) {
            Deadline deadline = Deadline.in(Duration.ofSeconds(1), now::get);
            assertThat(hurried.upstream()
                            .send(UpstreamRequest.get(server.address(), "/a/{b}"), deadline)
                            .status())
                    .isEqualTo(500);
            assertThat(server.requests()).hasSize(1);
        }
    }
}
