package io.github.auraauth.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.simulation.Schedules;
import io.github.auraauth.testkit.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A removed user is gone, and a renewed one shown as renewed, at once on the same instance and within a second everywhere, and
 * nothing old comes back: under seeded schedules of whatever can befall instances that share a database and a cache. The use
 * cases are the real ones; the stores are those in memory.
 */
class UserSimulationTest {
    private static final int SCHEDULES = 150;
    private static final int MOST_UNTIL_FOUND = 3_000;
    private static final int LONG_SCHEDULES = 30;

    @Test
    void read_underAnySchedule_tellsNothingThatIsOver() {
        LongAdder reads = new LongAdder();
        LongAdder lookups = new LongAdder();
        Schedules.hold("users", SCHEDULES, simulation -> {
            UserWorld world = new UserWorld(simulation, Tampering.NONE);
            world.play();
            reads.add(world.reads());
            lookups.add(world.lookups());
        });

        // else it would show nothing of caches
        assertThat(lookups.sum()).isLessThan(reads.sum());
    }

    @Tag("deep")
    @Test
    void read_underAHundredThousandSchedules_tellsNothingThatIsOver() {
        Schedules.hold("users", 100_000, simulation -> new UserWorld(simulation, Tampering.NONE).play());
    }

    @ParameterizedTest
    @EnumSource
    void read_oneRuleIsMissing_isFoundToTellWhatIsOver(MissingRule rule) {
        assertThat(Schedules.firstFailure(
                        "users without " + rule,
                        MOST_UNTIL_FOUND,
                        simulation -> new UserWorld(simulation, rule).play()))
                .isPresent();
    }

    /** Longer than any entry of the log lives. */
    @Test
    void read_cacheThawsLongAfterTheRemoval_staysRemoved() {
        Schedules.hold(
                "a thaw",
                LONG_SCHEDULES,
                simulation -> new ThawWorld(simulation, Tampering.NONE).play(clock(simulation)));
    }

    @ParameterizedTest
    @EnumSource
    void read_oneRuleOfAgeIsMissing_isFoundToTellWhatIsOver(MissingClockRule rule) {
        assertThat(Schedules.firstFailure(
                        "a thaw without " + rule,
                        LONG_SCHEDULES,
                        simulation -> new ThawWorld(simulation, rule.of(simulation.clock())).play(clock(simulation))))
                .isPresent();
    }

    @Test
    void play_sameSeed_happensTheSameToTheLetter() {
        assertThat(trace(4)).isEqualTo(trace(4)).contains("log.publish", "cache.get", "users.find");
    }

    private static Duration clock(Simulation simulation) {
        return simulation
                .choices()
                .of(List.of(
                        Duration.ZERO, Duration.ofSeconds(-90), Duration.ofSeconds(-720), Duration.ofSeconds(-735)));
    }

    private static String trace(long seed) {
        Simulation simulation = Simulation.of(seed);
        new UserWorld(simulation, Tampering.NONE).play();
        return simulation.trace();
    }
}
