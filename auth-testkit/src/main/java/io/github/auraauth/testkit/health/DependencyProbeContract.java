package io.github.auraauth.testkit.health;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link DependencyProbe}. An adapter's test implements it: {@code probe()} gives a probe of a
 * dependency that is there when a test begins.
 */
public interface DependencyProbeContract extends OutageContract {

    /** The probe under test. */
    DependencyProbe probe();

    @Test
    default void name_always_isOneLowerCaseWord() {
        assertThat(probe().name()).matches("[a-z][a-z0-9-]*").isEqualTo(probe().name());
    }

    @Test
    default void answers_dependencyThere_isTrueAgainAndAgain() {
        assertThat(probe().answers(soon())).isTrue();
        assertThat(probe().answers(soon())).isTrue();
    }

    @Test
    default void answers_concurrently_isTrueForAll() {
        assertThat(Race.of(i -> probe().answers(soon()))).containsOnly(true);
    }

    @Test
    default void answers_dependencyAway_isFalseInTime() {
        takeBackendAway();
        long start = System.nanoTime();
        assertThat(probe().answers(Deadline.in(Duration.ofSeconds(1), InstantSource.system())))
                .isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(probe().name()).isNotEmpty();
    }

    @Test
    default void isNeeded_dependencyAway_isAsBefore() {
        boolean before = probe().isNeeded();
        takeBackendAway();
        assertThat(probe().isNeeded()).isEqualTo(before);
    }

    @Test
    default void answers_deadlinePassed_isNoOutage() {
        assertThatCode(() -> probe().answers(passed())).doesNotThrowAnyException();
    }

    @Test
    default void answers_nullDeadline_isRefusedByName() {
        assertNullIsRefused("deadline", () -> probe().answers(nothing()));
    }
}
