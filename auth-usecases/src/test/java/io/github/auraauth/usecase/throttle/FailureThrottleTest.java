package io.github.auraauth.usecase.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureThrottleTest {
    private final SettableClock clock = SettableClock.startingNow();

    @Test
    void isClosedTo_asManyFailuresAsAllowed_untilTheMinuteOfTheFirstIsOver() {
        FailureThrottle throttle = new FailureThrottle(3, clock);
        throttle.noteFailure("a");
        clock.advance(Duration.ofSeconds(59));
        throttle.noteFailure("a");
        assertThat(throttle.isClosedTo("a")).isFalse();
        throttle.noteFailure("a");
        assertThat(throttle.isClosedTo("a")).isTrue();
        assertThat(throttle.isClosedTo("b")).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(throttle.isClosedTo("a")).isFalse();
        throttle.noteFailure("a");
        throttle.noteFailure("a");
        assertThat(throttle.isClosedTo("a")).isFalse();
    }

    @Test
    void isClosedTo_zeroAllowed_isNever() {
        FailureThrottle throttle = new FailureThrottle(0, clock);
        for (int i = 0; i < 1_000; i++) {
            throttle.noteFailure("a");
        }
        assertThat(throttle.isClosedTo("a")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new FailureThrottle(-1, clock));
    }

    @Test
    void noteFailure_concurrently_losesNone() {
        FailureThrottle throttle = new FailureThrottle(Race.THREADS * 50, clock);
        Race.of(number -> {
            for (int i = 0; i < 50 - (number == 0 ? 1 : 0); i++) {
                throttle.noteFailure("a");
            }
            return number;
        });
        assertThat(throttle.isClosedTo("a")).isFalse();
        throttle.noteFailure("a");
        assertThat(throttle.isClosedTo("a")).isTrue();
    }

    @Test
    void noteFailure_moreSourcesThanAreCounted_sharesOneCountAmongTheRest() {
        FailureThrottle throttle = new FailureThrottle(2, clock);
        for (int i = 0; i < 100_002; i++) {
            throttle.noteFailure("source-" + i);
        }
        assertThat(throttle.isClosedTo("source-7")).isFalse();
        assertThat(throttle.isClosedTo("one more")).isTrue();
        clock.advance(Duration.ofMinutes(1));
        throttle.noteFailure("one more");
        assertThat(throttle.isClosedTo("one more")).isFalse();
    }
}
