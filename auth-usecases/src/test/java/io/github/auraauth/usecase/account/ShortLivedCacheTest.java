package io.github.auraauth.usecase.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShortLivedCacheTest {
    private final SettableClock clock = SettableClock.startingNow();
    private final ShortLivedCache<String, Integer> cache = new ShortLivedCache<>(Duration.ofSeconds(2), 2, clock);
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void get_withinItsTime_readsOnce_afterItAgain() {
        assertThat(get("a")).isEqualTo(1);
        clock.advance(Duration.ofMillis(1_999));
        assertThat(get("a")).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(get("a")).isEqualTo(2);
    }

    @Test
    void get_slowRead_isAsOldAsItsBeginning() {
        cache.get("a", key -> {
            clock.advance(Duration.ofSeconds(2));
            return reads.incrementAndGet();
        });
        assertThat(get("a")).isEqualTo(2);
    }

    @Test
    void forget_whileItIsRead_keepsTheReadOut() {
        int read = cache.get("a", key -> {
            cache.forget("a");
            return reads.incrementAndGet();
        });
        assertThat(read).isEqualTo(1);
        assertThat(get("a")).isEqualTo(2);
        cache.clear();
        assertThat(get("a")).isEqualTo(3);
    }

    @Test
    void get_moreThanItHolds_forgetsTheOldest() {
        get("a");
        get("b");
        get("c");
        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.find("b")).isPresent();
        assertThat(cache.find("c")).isPresent();
    }

    @Test
    void find_absence_isNotRemembered() {
        assertThat(cache.find("a", key -> Optional.empty())).isEmpty();
        assertThat(cache.find("a", key -> Optional.of(7))).contains(7);
        assertThat(cache.find("a", key -> Optional.of(8))).contains(7);
    }

    @Test
    void lane_full_givesNothingAtOnce_andLetsLaterOnesIn() throws Exception {
        HashingLane lane = new HashingLane(1);
        Deadline soon = Deadline.in(Duration.ofSeconds(20), InstantSource.system());
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Future<Optional<String>> first = threads.submit(() -> lane.run(
                    () -> {
                        running.countDown();
                        awaited(held);
                        return "done";
                    },
                    soon));
            awaited(running);
            Deadline brief = Deadline.in(Duration.ofMillis(20), InstantSource.system());
            assertThat(lane.run(() -> "never", brief)).isEmpty();
            held.countDown();
            assertThat(first.get()).contains("done");
            assertThat(lane.run(() -> "now", soon)).contains("now");
        } finally {
            threads.shutdownNow();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private int get(String key) {
        return cache.get(key, any -> reads.incrementAndGet());
    }
}
