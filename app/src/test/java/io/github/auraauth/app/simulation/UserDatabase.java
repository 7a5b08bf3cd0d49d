package io.github.auraauth.app.simulation;

import io.github.auraauth.adapter.memory.InMemoryInvalidationLog;
import io.github.auraauth.adapter.memory.InMemoryUserStore;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.testkit.simulation.Dependency;
import io.github.auraauth.testkit.simulation.Faults;
import io.github.auraauth.testkit.simulation.Restorable;
import io.github.auraauth.testkit.simulation.SimulatedProcess;
import io.github.auraauth.testkit.simulation.Simulation;
import java.time.Duration;
import java.util.List;

/** The database of users and of the invalidation log, which can be restored, and from which a process can be cut off. */
final class UserDatabase {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Faults TROUBLE = Faults.NONE
            .withLate(20, SECOND.multipliedBy(8))
            .withLost(8)
            .withBroken(8)
            .withRefused(8);

    private final Simulation simulation;
    private final UserHistory history;
    private final List<AuraId> observed;
    private final Restorable<UserStore> rows;
    private final Restorable<InvalidationLog> lines;
    private final Dependency<UserStore> users;
    private final Dependency<InvalidationLog> log;
    private Duration backedUp = Duration.ZERO;
    private int backupOfRows;
    private int backupOfLines;
    private int lookups;

    /**
     * @param history is told what it holds
     * @param observed of whom
     */
    UserDatabase(Simulation simulation, UserHistory history, List<AuraId> observed) {
        this.simulation = simulation;
        this.history = history;
        this.observed = List.copyOf(observed);
        this.rows = new Restorable<>(UserStore.class, InMemoryUserStore::new, simulation.clock());
        this.lines = new Restorable<>(InvalidationLog.class, InMemoryInvalidationLog::new, simulation.clock());
        this.users = simulation.dependency("users", UserStore.class, observing(rows.port()), Faults.NONE);
        this.log = simulation.dependency("log", InvalidationLog.class, lines.port(), Faults.NONE);
    }

    UserStore users() {
        return users.port();
    }

    InvalidationLog log() {
        return log.port();
    }

    /** The log as it is now, out of reach of any fault; it can be read only. */
    InvalidationLog presentLog() {
        return Altered.of(
                InvalidationLog.class, lines.port(), call -> lines.present().read((Deadline) call.arguments()[0]));
    }

    /** How often it was asked for a user. */
    int lookups() {
        return lookups;
    }

    /** From now on messages get late and lost. */
    void beginTrouble() {
        users.behave(TROUBLE);
        log.behave(TROUBLE);
    }

    void backUp() {
        backedUp = simulation.now();
        backupOfRows = rows.mark();
        backupOfLines = lines.mark();
    }

    Duration backedUp() {
        return backedUp;
    }

    /** Answers nobody. */
    void stop() {
        users.freeze();
        log.freeze();
    }

    /** Is back, and what it was when it was backed up. */
    void restore() {
        users.disconnect();
        log.disconnect();
        rows.restore(backupOfRows);
        lines.restore(backupOfLines);
        observe();
        users.thaw();
        log.thaw();
    }

    /** As for a process that reaches only a member which is cut off itself: nothing is acknowledged there. */
    void cutOff(SimulatedProcess process, Tampering tampering) {
        users.route(process, away(UserStore.class, rows.port()));
        log.route(process, tampering.minority(away(InvalidationLog.class, lines.port()), lines.copy()));
    }

    void heal(SimulatedProcess process) {
        users.heal(process);
        log.heal(process);
    }

    private static <P> P away(Class<P> port, P real) {
        return Altered.of(port, real, call -> {
            throw new Outage.TimedOut("the majority");
        });
    }

    private UserStore observing(UserStore real) {
        return Altered.of(UserStore.class, real, call -> {
            Object result = call.make();
            if (call.method().equals("find")) {
                lookups++;
            }
            if (!call.method().startsWith("find")) {
                observe();
            }
            return result;
        });
    }

    private void observe() {
        Deadline soon = Deadline.in(SECOND, simulation.clock());
        observed.forEach(auraId -> history.holds(auraId, rows.present().find(auraId, soon)));
    }
}
