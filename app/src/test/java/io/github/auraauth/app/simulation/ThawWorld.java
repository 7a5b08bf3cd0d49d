package io.github.auraauth.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.memory.CaffeineUserCache;
import io.github.auraauth.adapter.memory.InMemoryInvalidationLog;
import io.github.auraauth.adapter.memory.InMemoryUserStore;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.testkit.simulation.Dependency;
import io.github.auraauth.testkit.simulation.Faults;
import io.github.auraauth.testkit.simulation.Simulation;
import io.github.auraauth.testkit.user.SampleUsers;
import java.time.Duration;

/**
 * A user is put into a cache that has frozen, and removed. It thaws when every entry of the removal is forgotten: the value
 * must be too old by then, whatever the clock says of whoever reads it.
 */
final class ThawWorld {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST_CACHED = Duration.ofSeconds(30);
    private static final Duration FORGOTTEN = Duration.ofSeconds(660);
    private static final AuraId AURA_ID = new AuraId("fake-a");

    private final Simulation simulation;
    private final Tampering tampering;
    private final Dependency<UserStore> store;
    private final Dependency<InvalidationLog> log;
    private final Dependency<UserCache> shared;

    ThawWorld(Simulation simulation, Tampering tampering) {
        this.simulation = simulation;
        this.tampering = tampering;
        this.store =
                simulation.dependency("users", UserStore.class, new InMemoryUserStore(simulation.clock()), Faults.NONE);
        this.log = simulation.dependency(
                "log", InvalidationLog.class, new InMemoryInvalidationLog(simulation.clock()), Faults.NONE);
        this.shared = simulation.dependency(
                "cache", UserCache.class, new CaffeineUserCache(1_000_000, simulation.clock()), Faults.NONE.asSilent());
    }

    /**
     * Plays it to its end.
     *
     * @param clock how far the reader's clock goes ahead of the truth
     * @throws AssertionError when the removed user is there again
     */
    void play(Duration clock) {
        simulation.horizon(Duration.ofHours(1));
        Instance writer = start("writer");
        Instance reader = start("reader");
        simulation.start("story", () -> {
            simulation.pause(SECOND.multipliedBy(20));
            shared.freeze();
            writer.process.start("writes", () -> write(writer));
            simulation.pause(SECOND.multipliedBy(5));
            writer.rest(SECOND.multipliedBy(20));
            reader.rest(SECOND.multipliedBy(20));
            reader.process.skew(clock);
            simulation.pause(FORGOTTEN.plus(simulation.choices().between(Duration.ZERO, SECOND.multipliedBy(60))));
            writer.rest(Duration.ZERO);
            reader.rest(Duration.ZERO);
            simulation.pause(SECOND.multipliedBy(22));
            shared.thaw();
            reader.process.start("reads", () -> read(reader));
        });
        simulation.run();
    }

    private Instance start(String name) {
        return new Instance(
                simulation,
                simulation.process(name),
                store.port(),
                log.port(),
                shared.port(),
                log.port(),
                LONGEST_CACHED,
                tampering);
    }

    private void write(Instance writer) {
        RegistrationOutcome unused =
                writer.users.registerWithAuraId(AURA_ID, SampleUsers.registration("fake"), writer.deadline());
        assertThat(writer.users.read(AURA_ID, writer.deadline())).isPresent();
        shared.behave(Faults.NONE.withLost(1_000).asSilent());
        writer.users.remove(AURA_ID, writer.deadline());
        shared.behave(Faults.NONE.asSilent());
    }

    private void read(Instance reader) {
        for (int i = 0; i < 10; i++) {
            if (reader.users.read(AURA_ID, reader.deadline()).isPresent()) {
                throw new AssertionError("a removed user is back from a cache that thawed");
            }
            simulation.pause(simulation.choices().between(Duration.ZERO, SECOND));
        }
    }
}
