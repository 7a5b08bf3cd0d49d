package io.github.auraauth.testkit.authtoken;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.port.out.authtoken.AppliedListVersion;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link AppliedListVersion}. An adapter's test implements it: {@code version()} gives one in which nothing is
 * noted when a test begins, always over the same note.
 */
public interface AppliedListVersionContract extends OutageContract {

    /** The port under test. */
    AppliedListVersion version();

    @Test
    default void advanceTo_neverAnyNoted_isTrue() {
        assertThat(advanceTo("1.2.3")).isTrue();
    }

    @Test
    default void advanceTo_theSameOrLater_isTrue() {
        for (String later : new String[] {"0.9", "0.9.0", "0.9.1", "0.10", "1", "1.0", "9.9.9", "10.0", "10.0.0.1"}) {
            assertThat(advanceTo(later)).as(later).isTrue();
            assertThat(advanceTo(later)).as(later).isTrue();
        }
    }

    @Test
    default void advanceTo_earlier_isFalseAndNotesNothing() {
        advanceTo("10.2");
        for (String earlier : new String[] {"10.1.9", "9.10", "2", "10", "0", "no number"}) {
            assertThat(advanceTo(earlier)).as(earlier).isFalse();
        }
        assertThat(advanceTo("10.2")).isTrue();
    }

    @Test
    default void isCurrent_besideWhatIsNoted_isTrueUnlessThatIsLaterAndNotesNothing() {
        assertThat(isCurrent("0.1")).isTrue();
        advanceTo("10.2");
        assertThat(isCurrent("10.1.9")).isFalse();
        assertThat(isCurrent("10.2")).isTrue();
        assertThat(isCurrent("10.3")).isTrue();
        assertThat(advanceTo("10.2.1")).isTrue();
    }

    @Test
    default void advanceTo_allAtOnce_leavesTheLatest() {
        Race.of(i -> advanceTo("1." + (i * 37 % Race.THREADS)));
        assertThat(advanceTo("1." + (Race.THREADS - 2))).isFalse();
        assertThat(advanceTo("1." + (Race.THREADS - 1))).isTrue();
    }

    @Test
    default void advanceTo_manyOfOneVersionAtOnce_isTrueForAll() {
        assertThat(Race.of(i -> advanceTo("1.2"))).containsOnly(true);
    }

    @Test
    default void advanceTo_nullArgument_isRefusedByName() {
        assertNullIsRefused("version", () -> version().advanceTo(nothing(), soon()));
        assertNullIsRefused("deadline", () -> version().advanceTo("1", nothing()));
        assertNullIsRefused("version", () -> version().isCurrent(nothing(), soon()));
        assertNullIsRefused("deadline", () -> version().isCurrent("1", nothing()));
    }

    @Test
    default void advanceTo_deadlinePassed_isAnOutage() {
        assertOutage(() -> version().advanceTo("1", passed()));
        assertOutage(() -> version().isCurrent("1", passed()));
    }

    @Test
    default void advanceTo_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(AppliedListVersion.class, this::version)
                .fails((version, deadline) -> version.advanceTo("1", deadline))
                .fails((version, deadline) -> version.isCurrent("1", deadline))
                .whenAway(this);
    }

    private boolean advanceTo(String text) {
        return version().advanceTo(text, soon());
    }

    private boolean isCurrent(String text) {
        return version().isCurrent(text, soon());
    }
}
