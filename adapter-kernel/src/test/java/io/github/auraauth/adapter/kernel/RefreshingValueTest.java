package io.github.auraauth.adapter.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefreshingValueTest {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration NEEDED = Duration.ofMillis(100);

    private final SettableClock clock = SettableClock.startingNow();
    private final RefreshingValue<Integer> value = new RefreshingValue<>(this::fetch, clock);
    private int fetched;
    private int asked;

    @Test
    void current_tooOldForACallerWithHardlyAnyTime_isReplacedForTheNext() {
        assertThat(value.current(in(1_500))).isEqualTo(1);
        clock.advance(LIFE);
        assertThat(value.current(in(50))).as("serves on").isEqualTo(1);
        assertThat(asked).as("what would only fail is not tried").isEqualTo(1);
        assertThat(value.current(in(1_500))).isEqualTo(2);
    }

    @Test
    void refreshed_byACallerWithHardlyAnyTime_isTriedForTheNext() {
        assertThat(value.current(in(1_500))).isEqualTo(1);
        assertThat(value.refreshed(in(50))).isEqualTo(1);
        assertThat(value.refreshed(in(1_500))).isEqualTo(2);
        assertThat(value.refreshed(in(1_500))).as("not so soon again").isEqualTo(2);
    }

    private RefreshingValue.Loaded<Integer> fetch(Deadline deadline) {
        asked++;
        if (deadline.remaining().compareTo(NEEDED) < 0) {
            throw new Outage.UpstreamTimedOut("kernel");
        }
        fetched++;
        return new RefreshingValue.Loaded<>(fetched, LIFE);
    }

    private Deadline in(long millis) {
        return Deadline.in(Duration.ofMillis(millis), clock);
    }
}
