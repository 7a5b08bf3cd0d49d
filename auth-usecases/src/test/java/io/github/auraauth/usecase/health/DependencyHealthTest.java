package io.github.auraauth.usecase.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.health.DependencyProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DependencyHealthTest {
    private final Deadline deadline = Deadline.in(Duration.ofSeconds(1), InstantSource.system());

    @Test
    void report_allAnswer_isReady() {
        var health = new DependencyHealth(List.of(new Probe("mongo", true, true), new Probe("redis", false, true)));

        assertThat(health.report(deadline).ready()).isTrue();
        assertThat(health.report(deadline).checks())
                .containsExactly(Map.entry("mongo", true), Map.entry("redis", true));
    }

    @Test
    void report_aNeededOneIsSilent_isNotReady() {
        var health = new DependencyHealth(List.of(new Probe("mongo", true, false), new Probe("redis", false, true)));

        assertThat(health.report(deadline).ready()).isFalse();
    }

    @Test
    void report_anUnneededOneIsSilent_isReadyAndSaysSo() {
        var health = new DependencyHealth(List.of(new Probe("mongo", true, true), new Probe("redis", false, false)));

        assertThat(health.report(deadline).ready()).isTrue();
        assertThat(health.report(deadline).checks()).containsEntry("redis", false);
    }

    @Test
    void report_theFirstUsesUpItsTime_leavesTimeForTheNext() {
        Instant[] now = {Instant.EPOCH};
        DependencyProbe silent = new WaitingProbe("mongo", left -> {
            now[0] = now[0].plus(left);
            return false;
        });
        DependencyProbe quick = new WaitingProbe("redis", left -> !left.isZero());

        var health = new DependencyHealth(List.of(silent, quick));

        assertThat(health.report(Deadline.in(Duration.ofSeconds(1), () -> now[0]))
                        .checks())
                .containsExactly(Map.entry("mongo", false), Map.entry("redis", true));
    }

    private record WaitingProbe(String name, Predicate<Duration> waiting) implements DependencyProbe {
        @Override
        public boolean isNeeded() {
            return true;
        }

        @Override
        public boolean answers(Deadline deadline) {
            return waiting.test(deadline.remaining());
        }
    }

    private record Probe(String name, boolean isNeeded, boolean answering) implements DependencyProbe {
        @Override
        public boolean answers(Deadline deadline) {
            return answering;
        }
    }
}
