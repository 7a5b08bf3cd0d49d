package io.github.auraauth.adapter.memory.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.memory.InMemoryUserStore;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.port.out.user.UserStore.InsertOutcome;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.simulation.Dependency;
import io.github.auraauth.testkit.simulation.Faults;
import io.github.auraauth.testkit.simulation.Restorable;
import io.github.auraauth.testkit.simulation.SimulatedProcess;
import io.github.auraauth.testkit.simulation.Simulation;
import io.github.auraauth.testkit.user.SampleUsers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Calls that are slow, lost, late, refused, or wait until a frozen dependency thaws. */
class DependencyTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Faults SURELY_LATE = Faults.NONE.withLate(1_000, SECOND.multipliedBy(100));

    private final Simulation simulation = Simulation.of(1);
    private final Counter.InMemory counter = new Counter.InMemory();
    private final SimulatedProcess process = simulation.process("one");
    private final List<Object> answers = new ArrayList<>();

    @Test
    void call_withoutFaults_takesTimeAndAnswers() {
        Counter port = dependency(Faults.NONE).port();
        process.start("calls", () -> answers.add(port.increment(deadline())));
        simulation.run();

        assertThat(answers).containsExactly(1);
        assertThat(simulation.now()).isPositive().isLessThan(Duration.ofMillis(20));
    }

    @Test
    void call_requestIsLate_timesOutAndTakesEffectAfterwards() {
        Counter port = dependency(SURELY_LATE).port();
        process.start("calls", () -> {
            assertThatThrownBy(() -> port.increment(deadline())).isInstanceOf(Outage.TimedOut.class);
            answers.add(counter.value());
            simulation.pause(SECOND.multipliedBy(200));
            answers.add(counter.value());
        });
        simulation.run();

        assertThat(answers).containsExactly(0, 1);
    }

    @Test
    void call_allIsLost_timesOutAtTheDeadline() {
        Counter port = dependency(Faults.NONE.withLost(1_000)).port();
        process.start(
                "calls",
                () -> assertThatThrownBy(() -> port.increment(deadline())).isInstanceOf(Outage.TimedOut.class));
        simulation.run();

        assertThat(counter.value()).isZero();
        assertThat(simulation.now()).isBetween(SECOND, SECOND.plusMillis(10));
    }

    @Test
    void call_refused_isNeverMade() {
        Counter port = dependency(Faults.NONE.withRefused(1_000)).port();
        process.start("calls", () -> {
            assertThatThrownBy(() -> port.increment(deadline())).isInstanceOf(Outage.CircuitOpen.class);
            simulation.pause(SECOND);
        });
        simulation.run();

        assertThat(counter.value()).isZero();
    }

    @Test
    void call_connectionBreaks_isUnavailableAndMayTakeEffect() {
        Counter port = dependency(Faults.NONE.withBroken(1_000)).port();
        process.start("calls", () -> {
            for (int i = 0; i < 50; i++) {
                try {
                    answers.add(port.increment(deadline()));
                } catch (Outage.Unavailable broken) {
                    answers.add(broken.category());
                }
            }
            simulation.pause(SECOND);
        });
        simulation.run();

        assertThat(answers).hasSize(50).contains(Outage.Category.UNAVAILABLE);
        assertThat(counter.value()).isEqualTo(50);
    }

    @Test
    void call_deadlineHasPassed_isNotMade() {
        Counter port = dependency(Faults.NONE).port();
        process.start("calls", () -> {
            Deadline passed = process.deadline(Duration.ZERO);
            assertThatThrownBy(() -> port.increment(passed)).isInstanceOf(Outage.TimedOut.class);
            simulation.pause(SECOND);
        });
        simulation.run();

        assertThat(counter.value()).isZero();
    }

    @Test
    void call_silentAndLost_isAnsweredAsNothing() {
        Counter port = dependency(Faults.NONE.withLost(1_000).asSilent()).port();
        counter.append("there");
        process.start("calls", () -> answers.add(port.look(deadline())));
        simulation.run();

        assertThat(answers).containsExactly(Optional.empty());
        assertThat(simulation.now()).isLessThan(SECOND);
    }

    @Test
    void thaw_afterCalls_takesTheirEffectsInOrder() {
        Dependency<Counter> dependency = dependency(Faults.NONE.asSilent());
        process.start("calls", () -> {
            dependency.freeze();
            for (String line : List.of("a", "b", "c")) {
                dependency.port().append(line);
                simulation.pause(SECOND);
            }
            answers.addAll(counter.lines());
            dependency.thaw();
            answers.add("thawed");
            answers.addAll(counter.lines());
        });
        simulation.run();

        assertThat(answers).containsExactly("thawed", "a", "b", "c");
        assertThat(dependency.isFrozen()).isFalse();
    }

    @Test
    void crash_requestUnderWay_takesEffectAllTheSame() {
        Dependency<Counter> dependency = dependency(Faults.NONE);
        process.start("calls", () -> {
            try {
                dependency.freeze();
                dependency.port().increment(process.deadline(SECOND.multipliedBy(10)));
            } finally {
                dependency.port().append("by a process that has crashed");
            }
        });
        simulation.at(SECOND, "crash", process::crash);
        simulation.at(SECOND.multipliedBy(2), "thaw", dependency::thaw);
        simulation.start("waiter", () -> simulation.pause(SECOND.multipliedBy(3)));
        simulation.run();

        assertThat(counter.value()).isEqualTo(1);
        assertThat(counter.lines()).isEmpty();
    }

    @Test
    void disconnect_requestUnderWay_neverArrives() {
        Dependency<Counter> dependency = dependency(Faults.NONE);
        process.start("calls", () -> {
            dependency.freeze();
            assertThatThrownBy(() -> dependency.port().increment(deadline())).isInstanceOf(Outage.TimedOut.class);
            dependency.disconnect();
            dependency.thaw();
            answers.add(dependency.port().increment(deadline()));
        });
        simulation.run();

        assertThat(answers).containsExactly(1);
    }

    @Test
    void restore_earlierMark_isWhatItWasAndGoesOnFromThere() {
        Restorable<Counter> restorable =
                new Restorable<>(Counter.class, clock -> new Counter.InMemory(), simulation.clock());
        Counter port = restorable.port();
        port.increment(deadline());
        int mark = restorable.mark();
        port.increment(deadline());
        Counter copy = restorable.copy();
        restorable.restore(mark);

        assertThat(port.read(deadline())).isEqualTo(1);
        assertThat(restorable.present().read(deadline())).isEqualTo(1);
        assertThat(port.increment(deadline())).isEqualTo(2);
        assertThat(copy.increment(deadline())).isEqualTo(3);
    }

    @Test
    void restore_storeWithAClock_asksAgainAtTheSameTimes() {
        SettableClock clock = SettableClock.startingNow();
        Restorable<UserStore> restorable = new Restorable<>(UserStore.class, InMemoryUserStore::new, clock);
        Deadline soon = Deadline.in(SECOND.multipliedBy(100), clock);
        User anne = SampleUsers.expiringAt(
                SampleUsers.user("anne", clock.instant()), clock.instant().plusSeconds(10));
        restorable.port().insert(anne, soon);
        clock.advance(SECOND.multipliedBy(20));
        int mark = restorable.mark();

        assertThat(restorable.port().insert(anne, soon)).isEqualTo(InsertOutcome.AURA_ID_EXPIRED);
        restorable.restore(mark);
        assertThat(restorable.port().insert(anne, soon)).isEqualTo(InsertOutcome.AURA_ID_EXPIRED);
    }

    @Test
    void route_ofOneProcess_isAnotherDependencyUntilHealed() {
        Counter.InMemory minority = new Counter.InMemory();
        Dependency<Counter> dependency = dependency(Faults.NONE);
        process.start("calls", () -> {
            dependency.route(process, minority);
            answers.add(dependency.port().increment(deadline()));
            dependency.heal(process);
            answers.add(dependency.port().increment(deadline()));
            answers.add(dependency.port().increment(deadline()));
        });
        simulation.run();

        assertThat(answers).containsExactly(1, 1, 2);
        assertThat(minority.value()).isEqualTo(1);
    }

    @Test
    void call_ofAThreadThatIsNotSimulated_isRefused() {
        Counter port = dependency(Faults.LOCAL).port();
        process.start(
                "calls",
                () -> CompletableFuture.runAsync(() -> port.append("no"))
                        .handle((nothing, failure) ->
                                answers.add(failure.getCause().getClass()))
                        .join());
        simulation.run();

        assertThat(answers).containsExactly(IllegalStateException.class);
    }

    private Dependency<Counter> dependency(Faults faults) {
        return simulation.dependency("counter", Counter.class, counter, faults);
    }

    private Deadline deadline() {
        return process.deadline(SECOND);
    }
}
