package io.github.auraauth.usecase.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureThrottleTest {
    private static final int MOST_SOURCES = 100_000;
    private static final String SOURCE = "192.0.2.1";

    private final SettableClock clock = SettableClock.startingNow();
    private final FailureThrottle throttle = new FailureThrottle(3, clock);

    @Test
    void isClosedTo_asManyFailuresAsAllowed_isTrueForThatSource() {
        fail(throttle, SOURCE, 2);
        assertThat(throttle.isClosedTo(SOURCE)).isFalse();
        fail(throttle, SOURCE, 1);
        assertThat(throttle.isClosedTo(SOURCE)).isTrue();
        assertThat(throttle.isClosedTo("192.0.2.2")).isFalse();
    }

    @Test
    void isClosedTo_minuteOfTheFirstFailureOver_isFalse() {
        fail(throttle, SOURCE, 1);
        clock.advance(Duration.ofSeconds(30));
        fail(throttle, SOURCE, 2);
        clock.advance(Duration.ofSeconds(30).minusNanos(1));
        assertThat(throttle.isClosedTo(SOURCE)).isTrue();
        clock.advance(Duration.ofNanos(1));
        assertThat(throttle.isClosedTo(SOURCE)).isFalse();
        fail(throttle, SOURCE, 2);
        assertThat(throttle.isClosedTo(SOURCE)).as("counted anew").isFalse();
    }

    @Test
    void isClosedTo_sourcesWithMinutesOfTheirOwn_openOneByOne() {
        fail(throttle, SOURCE, 3);
        clock.advance(Duration.ofSeconds(20));
        fail(throttle, "192.0.2.2", 3);
        clock.advance(Duration.ofSeconds(40));
        assertThat(throttle.isClosedTo(SOURCE)).isFalse();
        assertThat(throttle.isClosedTo("192.0.2.2")).isTrue();
    }

    @Test
    void isClosedTo_off_isNeverTrue() {
        var off = new FailureThrottle(0, clock);
        fail(off, SOURCE, 1_000);
        assertThat(off.isClosedTo(SOURCE)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FailureThrottle(-1, clock))
                .withMessageContaining("perMinute");
    }

    @Test
    void noteFailure_manyThreads_losesNone() {
        var exact = new FailureThrottle(Race.THREADS + 1, clock);
        Race.of(number -> {
            exact.noteFailure(SOURCE);
            return number;
        });
        assertThat(exact.isClosedTo(SOURCE)).isFalse();
        exact.noteFailure(SOURCE);
        assertThat(exact.isClosedTo(SOURCE)).isTrue();
    }

    @Test
    void noteFailure_moreSourcesThanItHolds_countsTheOthersAsOne() {
        fillWithFailures(MOST_SOURCES);
        assertThat(throttle.isClosedTo("a stranger")).isFalse();
        fail(throttle, "192.0.2.1", 1);
        fail(throttle, "192.0.2.2", 2);
        assertThat(throttle.isClosedTo("a stranger")).isTrue();
        assertThat(throttle.isClosedTo(address(0))).as("one of its own").isFalse();
        fail(throttle, address(0), 2);
        assertThat(throttle.isClosedTo(address(0))).isTrue();
    }

    @Test
    void noteFailure_aMinuteAfterTheFlood_countsEachForItselfAgain() {
        fillWithFailures(MOST_SOURCES);
        fail(throttle, "192.0.2.1", 3);
        clock.advance(Duration.ofMinutes(1));
        assertThat(throttle.isClosedTo("192.0.2.2")).isFalse();
        fail(throttle, "192.0.2.1", 3);
        assertThat(throttle.isClosedTo("192.0.2.1")).isTrue();
        assertThat(throttle.isClosedTo("192.0.2.2")).isFalse();
    }

    @Test
    void noteFailure_floodOfSources_costsNoMoreForEachThanBefore() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> fillWithFailures(2 * MOST_SOURCES));
    }

    private void fillWithFailures(int sources) {
        for (int i = 0; i < sources; i++) {
            throttle.noteFailure(address(i));
        }
    }

    private static String address(int number) {
        return "10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    private static void fail(FailureThrottle throttle, String source, int times) {
        for (int i = 0; i < times; i++) {
            throttle.noteFailure(source);
        }
    }
}
