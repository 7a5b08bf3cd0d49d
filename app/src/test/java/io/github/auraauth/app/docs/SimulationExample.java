package io.github.auraauth.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.memory.InMemoryUserStore;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.port.out.user.UserStore.InsertOutcome;
import io.github.auraauth.testkit.simulation.Dependency;
import io.github.auraauth.testkit.simulation.Faults;
import io.github.auraauth.testkit.simulation.SimulatedProcess;
import io.github.auraauth.testkit.simulation.Simulation;
import io.github.auraauth.testkit.user.SampleUsers;
import java.time.Duration;
import java.util.List;

/** The example of a simulation in docs/writing-an-adapter.md. */
final class SimulationExample {
    private int registered;

    // example: scenario
    void play(Simulation simulation) {
        Dependency<UserStore> users = simulation.dependency(
                "users",
                UserStore.class,
                new InMemoryUserStore(simulation.clock()),
                Faults.NONE.withLate(20, Duration.ofSeconds(8)).withLost(10));
        for (String name : List.of("one", "two")) {
            SimulatedProcess process = simulation.process(name);
            process.start("registers", () -> register(users.port(), process));
        }
        simulation.run();
        assertThat(registered).isLessThanOrEqualTo(1);
    }
    // end

    private void register(UserStore users, SimulatedProcess process) {
        try {
            InsertOutcome outcome =
                    users.insert(SampleUsers.user("anne", Simulation.START), process.deadline(Duration.ofSeconds(1)));
            registered += outcome == InsertOutcome.INSERTED ? 1 : 0;
        } catch (Outage outage) {
            // nobody knows whether they are registered
        }
    }
}
