package io.github.auraauth.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.app.process.BackgroundWork;
import io.github.auraauth.app.process.ScheduledJob;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundWorkTest {
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofSeconds(30);

    static Stream<Supplier<Throwable>> failures() {
        return Stream.of(
                () -> new Outage.TimedOut("mongo"),
                () -> new IllegalStateException("a fault"),
                () -> new StackOverflowError("a fault"),
                () -> new NoClassDefFoundError("a fault"),
                () -> new OutOfMemoryError("unable to create native thread"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void every_runsThatFail_areFollowedByOthers(Supplier<Throwable> failure) throws InterruptedException {
        CountDownLatch more = new CountDownLatch(3);
        try (BackgroundWork background = new BackgroundWork(InstantSource.system())) {
            background.schedule(ScheduledJob.every(SHORT, LONG, "failing", limit -> {
                more.countDown();
                throw BackgroundWorkTest.<RuntimeException>unchecked(failure.get());
            }));
            assertThat(more.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Each waits for all others, as for a dependency that is away. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 25})
    void every_seriesThatAllWait_allHaveTheirTurn(int series) throws InterruptedException {
        CyclicBarrier all = new CyclicBarrier(series);
        AtomicInteger met = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(series);
        try (BackgroundWork background = new BackgroundWork(InstantSource.system())) {
            for (int i = 0; i < series; i++) {
                background.schedule(ScheduledJob.fromNowEvery(LONG, LONG, "series " + i, limit -> {
                    await(all);
                    met.incrementAndGet();
                    done.countDown();
                }));
            }
            assertThat(done.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(met).hasValue(series);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T unchecked(Throwable failure) throws T {
        throw (T) failure;
    }
}
