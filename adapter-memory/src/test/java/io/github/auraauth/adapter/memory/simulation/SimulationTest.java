package io.github.auraauth.adapter.memory.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.testkit.simulation.SimulatedProcess;
import io.github.auraauth.testkit.simulation.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Time that passes by itself, threads one at a time, and processes that end. */
class SimulationTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Simulation simulation = Simulation.of(1);
    private final List<String> done = new ArrayList<>();

    @Test
    void pause_hours_passWithoutRealTime() {
        long began = System.nanoTime();
        simulation.horizon(Duration.ofDays(1));
        simulation.start("sleeper", () -> simulation.pause(Duration.ofHours(5)));
        simulation.run();

        assertThat(simulation.now()).isGreaterThanOrEqualTo(Duration.ofHours(5));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void skew_ofOneProcess_movesItsWallClockOnly() {
        SimulatedProcess one = simulation.process("one");
        SimulatedProcess other = simulation.process("other");
        Instant steady = one.steadyClock().instant();
        simulation.at(SECOND, "clock set", () -> one.skew(Duration.ofMinutes(-3)));
        simulation.start("waiter", () -> simulation.pause(SECOND.multipliedBy(2)));
        simulation.run();

        assertThat(one.clock().instant()).isEqualTo(Simulation.START.plusSeconds(2 - 180));
        assertThat(one.steadyClock().instant()).isEqualTo(steady.plusSeconds(2));
        assertThat(other.clock().instant()).isEqualTo(Simulation.START.plusSeconds(2));
        assertThat(simulation.clock().instant()).isEqualTo(Simulation.START.plusSeconds(2));
    }

    @Test
    void await_anotherThreadCompletes_givesItsResult() {
        SimulatedProcess process = simulation.process("one");
        CompletableFuture<String> result = new CompletableFuture<>();
        process.start("waits", () -> done.add(process.deadline(SECOND).await(result, "the other one")));
        process.start("completes", () -> {
            simulation.pause(Duration.ofMillis(500));
            result.complete("result");
        });
        simulation.run();

        assertThat(done).containsExactly("result");
        assertThat(simulation.now()).isLessThan(SECOND);
    }

    @Test
    void await_nobodyCompletes_timesOutAtTheDeadline() {
        SimulatedProcess process = simulation.process("one");
        process.start("waits", () -> {
            Deadline deadline = process.deadline(SECOND);
            assertThatThrownBy(() -> deadline.await(new CompletableFuture<>(), "nobody"))
                    .isInstanceOf(Outage.TimedOut.class);
            done.add("timed out");
        });
        simulation.run();

        assertThat(done).containsExactly("timed out");
        assertThat(simulation.now()).isEqualTo(SECOND);
    }

    @Test
    void every_othersAreOver_endsToo() {
        SimulatedProcess process = simulation.process("one");
        process.every(SECOND, "polls", () -> done.add("poll"));
        process.start("works", () -> simulation.pause(Duration.ofMillis(2_500)));
        simulation.run();

        assertThat(done).containsExactly("poll", "poll", "poll");
    }

    @Test
    void crash_threadsUnderWay_getNoFurther() {
        SimulatedProcess process = simulation.process("one");
        process.start("works", () -> {
            try {
                simulation.pause(SECOND.multipliedBy(2));
                done.add("after the crash");
            } finally {
                done.add("unwound");
            }
        });
        SimulatedProcess next = simulation.process("next");
        simulation.at(SECOND, "crash", () -> {
            process.crash();
            next.start("works", () -> done.add("restarted"));
        });
        simulation.start("waiter", () -> simulation.pause(SECOND.multipliedBy(3)));
        simulation.run();

        assertThat(done).containsExactlyInAnyOrder("unwound", "restarted");
        assertThat(process.hasCrashed()).isTrue();
        assertThatThrownBy(() -> process.start("again", () -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void crash_ofItself_endsTheThreadThatAsksForIt() {
        SimulatedProcess process = simulation.process("one");
        process.start("works", () -> {
            process.crash();
            done.add("after the crash");
        });
        simulation.run();

        assertThat(done).isEmpty();
    }

    @Test
    void standStill_ofOneProcess_letsItsThreadsGoOnLater() {
        SimulatedProcess process = simulation.process("one");
        process.start("works", () -> {
            simulation.pause(SECOND);
            done.add("at " + simulation.now());
        });
        simulation.process("other").start("works", () -> {
            simulation.pause(SECOND.multipliedBy(2));
            done.add("other at " + simulation.now());
        });
        simulation.at(Duration.ofMillis(500), "machine suspended", () -> process.standStill(SECOND.multipliedBy(3)));
        simulation.run();

        assertThat(done).containsExactly("other at PT2S", "at PT3.5S");
    }

    @Test
    void run_threadThrows_throwsThatAndEndsTheOthers() {
        simulation.start("fails", () -> {
            throw new IllegalStateException("of the test");
        });
        simulation.start("waits", () -> {
            simulation.pause(SECOND);
            done.add("went on");
        });

        assertThatThrownBy(simulation::run).isInstanceOf(IllegalStateException.class);
        assertThat(done).isEmpty();
    }

    @Test
    void run_threadBlocksForReal_failsWithItsStack() {
        simulation.watchdog(Duration.ofMillis(300));
        simulation.start("blocks", SimulationTest::block);

        assertThatThrownBy(simulation::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("driver/blocks blocks")
                .satisfies(failure -> assertThat(failure.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("block")));
    }

    @Test
    void run_nobodyCanGoOn_saysWhoWaits() {
        simulation.start("waits", () -> simulation.pause(Duration.ofDays(365)));

        assertThatThrownBy(simulation::run)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nobody can go on")
                .hasMessageContaining("driver/waits");
    }

    private static void block() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
