package io.github.auraauth.usecase.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HashingLaneTest {
    private static final Duration SIX_SECONDS = Duration.ofSeconds(6);

    private final SettableClock clock = SettableClock.startingNow();
    private final HashingLane lane = new HashingLane(2);
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void end() {
        over.countDown();
        executor.shutdownNow();
    }

    @Test
    void run_turnThatWouldComeTooLateForTheWork_isRefusedAtOnce() throws Exception {
        assertThat(lane.run(taking(Duration.ofSeconds(4)), Deadline.in(SIX_SECONDS, clock)))
                .isPresent();
        occupy();
        long began = System.nanoTime();
        assertThat(lane.run(() -> "late", Deadline.in(SIX_SECONDS, clock))).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SIX_SECONDS.dividedBy(2));
    }

    @Test
    void run_idleLane_isTriedEvenWhereTheTimeIsShort() {
        lane.run(taking(Duration.ofSeconds(4)), Deadline.in(SIX_SECONDS, clock));
        assertThat(lane.run(() -> "tried", Deadline.in(SIX_SECONDS, clock))).contains("tried");
    }

    @Test
    void run_cheaperWorkOfLate_waitsLongerAgain() throws Exception {
        lane.run(taking(Duration.ofSeconds(4)), Deadline.in(SIX_SECONDS, clock));
        for (int i = 0; i < 20; i++) {
            lane.run(() -> "cheap", Deadline.in(SIX_SECONDS, clock));
        }
        occupy();
        Future<Optional<String>> waiting =
                executor.submit(() -> lane.run(() -> "turn", Deadline.in(SIX_SECONDS, clock)));
        over.countDown();
        assertThat(waiting.get()).contains("turn");
    }

    private Supplier<String> taking(Duration time) {
        return () -> {
            clock.advance(time);
            return "done";
        };
    }

    /** Has somebody work until the end of the test. */
    private void occupy() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        executor.submit(() -> lane.run(
                () -> {
                    begun.countDown();
                    try {
                        return over.await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                },
                Deadline.in(SIX_SECONDS, clock)));
        begun.await();
    }
}
