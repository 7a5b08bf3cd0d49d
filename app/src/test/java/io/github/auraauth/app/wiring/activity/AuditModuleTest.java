package io.github.auraauth.app.wiring.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the stop does for the entries that wait. */
class AuditModuleTest {
    private final List<Deadline> attempts = new ArrayList<>();

    @Test
    void flushed_storeNotAskedForAMoment_isTriedUntilItIsDone() {
        assertThat(AuditModule.flushed(deadline -> fail(deadline, 3), in(Duration.ofSeconds(30))))
                .isEmpty();
        assertThat(attempts).hasSize(3);
    }

    @Test
    void flushed_storeAwayForAllTheTime_isTriedTillItsEndAndToldWhy() {
        assertThat(AuditModule.flushed(deadline -> fail(deadline, Integer.MAX_VALUE), in(Duration.ofMillis(600))))
                .containsInstanceOf(Outage.CircuitOpen.class);
        assertThat(attempts).hasSizeBetween(2, 5);
    }

    private void fail(Deadline deadline, int good) {
        attempts.add(deadline);
        if (attempts.size() < good) {
            throw new Outage.CircuitOpen("a store");
        }
    }

    private static Deadline in(Duration time) {
        return Deadline.in(time, InstantSource.system());
    }
}
