package io.github.auraauth.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final InstantSource FROZEN = InstantSource.fixed(Instant.EPOCH);
    private static final InstantSource SYSTEM = InstantSource.system();

    @Test
    void await_resultThere_isReturned() {
        Deadline passed = Deadline.in(Duration.ZERO, SYSTEM);

        assertThat(passed.await(CompletableFuture.completedFuture("done"), "a thread"))
                .isEqualTo("done");
    }

    @Test
    void await_resultOfAnotherThread_isReturnedWhenItComes() {
        CompletableFuture<String> result = CompletableFuture.supplyAsync(() -> "done");

        assertThat(Deadline.in(Duration.ofSeconds(30), SYSTEM).await(result, "a thread"))
                .isEqualTo("done");
    }

    @Test
    void await_momentComesFirst_isAnOutage() {
        assertThatThrownBy(
                        () -> Deadline.in(Duration.ofMillis(20), SYSTEM).await(new CompletableFuture<>(), "a thread"))
                .isInstanceOf(Outage.TimedOut.class)
                .hasMessage("a thread did not answer in time");
    }

    @Test
    void await_computationFailed_isAnOutageWithItsCause() {
        CompletableFuture<String> failed = CompletableFuture.failedFuture(new IllegalStateException("broken"));

        assertThatThrownBy(() -> Deadline.in(Duration.ofSeconds(30), SYSTEM).await(failed, "a thread"))
                .isInstanceOf(Outage.TimedOut.class)
                .hasCauseInstanceOf(CompletionException.class);
    }

    @Test
    void await_threadInterrupted_isAnOutageAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(
                        () -> Deadline.in(Duration.ofSeconds(30), SYSTEM).await(new CompletableFuture<>(), "a thread"))
                .isInstanceOf(Outage.TimedOut.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void await_wayOfWaitingOfItsOwn_isUsedAlsoByItsParts() {
        Deadline deadline = Deadline.in(Duration.ofSeconds(1), FROZEN, (result, until) -> false);

        for (Deadline each : new Deadline[] {deadline, deadline.share(2), deadline.plus(Duration.ofSeconds(1))}) {
            assertThatThrownBy(() -> each.await(new CompletableFuture<>(), "a thread"))
                    .isInstanceOf(Outage.TimedOut.class);
        }
    }

    @Test
    void remaining_partsAndBounds_areOfTheTimeLeft() {
        Deadline deadline = Deadline.in(Duration.ofSeconds(1), FROZEN);

        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(1));
        assertThat(deadline.share(4).remaining()).isEqualTo(Duration.ofMillis(250));
        assertThat(deadline.plus(Duration.ofSeconds(2)).remaining()).isEqualTo(Duration.ofSeconds(3));
        assertThat(deadline.remainingUpTo(Duration.ofMillis(5))).isEqualTo(Duration.ofMillis(5));
        assertThat(Deadline.in(Duration.ofSeconds(-1), FROZEN).hasPassed()).isTrue();
    }
}
