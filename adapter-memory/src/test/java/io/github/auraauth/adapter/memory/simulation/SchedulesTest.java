package io.github.auraauth.adapter.memory.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.testkit.simulation.Dependency;
import io.github.auraauth.testkit.simulation.Faults;
import io.github.auraauth.testkit.simulation.ScheduleFailure;
import io.github.auraauth.testkit.simulation.Schedules;
import io.github.auraauth.testkit.simulation.SimulatedProcess;
import io.github.auraauth.testkit.simulation.Simulation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Schedules of a seed are the same each time, and find what only some orders show. */
class SchedulesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void hold_readThenWrite_findsTheLostUpdateAndItsSeedFindsItAgain() {
        ScheduleFailure failure = Schedules.firstFailure(
                        "counting", 100, simulation -> count(simulation, SchedulesTest::readThenWrite))
                .orElseThrow();

        assertThat(failure)
                .hasMessageContaining("schedule " + failure.seed() + " of counting")
                .hasMessageContaining("-Daura.simulation.seed=" + failure.seed())
                .hasMessageContaining("counter.write: took effect, done");
        assertThatThrownBy(() -> count(Simulation.of(failure.seed()), SchedulesTest::readThenWrite))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void hold_atomicIncrement_keepsItsPromiseUnderAllSchedules() {
        Schedules.hold("counting", 300, simulation -> count(simulation, Counter::increment));
    }

    @Test
    void trace_sameSeed_isTheSameToTheLetter() {
        assertThat(trace(7)).isEqualTo(trace(7)).isNotEqualTo(trace(8));
    }

    /** Another value after a change of what is drawn; never another one on another day or another machine. */
    @Test
    void trace_ofSeedOne_isTheSameOnEveryJdk() {
        assertThat(UUID.nameUUIDFromBytes(trace(1).getBytes(StandardCharsets.UTF_8)))
                .hasToString("aa707634-8886-3689-9b66-747018310965");
    }

    private static String trace(long seed) {
        Simulation simulation = Simulation.of(seed);
        simulation.stalls(20, SECOND);
        count(simulation, Counter::increment);
        return simulation.trace();
    }

    /** Two processes count to ten together. */
    private static void count(Simulation simulation, BiConsumer<Counter, Deadline> increment) {
        var counter = new Counter.InMemory();
        Dependency<Counter> dependency = simulation.dependency("counter", Counter.class, counter, Faults.NONE);
        for (String name : new String[] {"one", "two"}) {
            SimulatedProcess process = simulation.process(name);
            process.start("counts", () -> {
                for (int i = 0; i < 5; i++) {
                    increment.accept(dependency.port(), process.deadline(SECOND));
                    simulation.pause(simulation.choices().between(Duration.ZERO, SECOND));
                }
            });
        }
        simulation.run();
        assertThat(counter.value()).isEqualTo(10);
    }

    private static void readThenWrite(Counter counter, Deadline deadline) {
        counter.write(counter.read(deadline) + 1, deadline);
    }
}
