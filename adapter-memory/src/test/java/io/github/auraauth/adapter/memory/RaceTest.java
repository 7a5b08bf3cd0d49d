package io.github.auraauth.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.testkit.Race;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A race that is lost for good is over for all of its threads. */
@Timeout(20)
class RaceTest {
    private final Set<Thread> racers = ConcurrentHashMap.newKeySet();

    @Test
    void of_oneThreadFails_endsTheOthersAtOnce() {
        assertThatThrownBy(() -> Race.of(20, number -> {
                    racers.add(Thread.currentThread());
                    if (number == 19) {
                        throw new IllegalStateException("of the adapter");
                    }
                    return waitForEver();
                }))
                .isInstanceOf(AssertionError.class)
                .hasRootCauseMessage("of the adapter");
        assertThat(racers).isNotEmpty().noneMatch(Thread::isAlive);
    }

    @Test
    void of_everyThreadComesToAnEnd_leavesNoneEither() {
        AtomicInteger calls = new AtomicInteger();
        List<Integer> results = Race.of(20, number -> {
            racers.add(Thread.currentThread());
            calls.incrementAndGet();
            return number * number;
        });
        assertThat(results).hasSize(20).startsWith(0, 1, 4, 9);
        assertThat(calls).hasValue(20);
        assertThat(racers).hasSize(20).noneMatch(Thread::isAlive);
    }

    @Test
    void of_errorInAThread_isTheCause() {
        assertThatThrownBy(() -> Race.of(2, number -> {
                    throw new AssertionError("of the kit");
                }))
                .hasRootCauseMessage("of the kit");
    }

    private static int waitForEver() {
        try {
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
