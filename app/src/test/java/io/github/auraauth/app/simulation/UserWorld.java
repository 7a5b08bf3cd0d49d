package io.github.auraauth.app.simulation;

import io.github.auraauth.adapter.memory.CaffeineUserCache;
import io.github.auraauth.domain.invalidation.Segment;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.testkit.simulation.Choices;
import io.github.auraauth.testkit.simulation.Dependency;
import io.github.auraauth.testkit.simulation.Faults;
import io.github.auraauth.testkit.simulation.SimulatedProcess;
import io.github.auraauth.testkit.simulation.Simulation;
import io.github.auraauth.testkit.user.SampleUsers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Instances that share a database and a cache, their callers, and what befalls them: late and lost messages, a cache that
 * freezes, crashes, a database that is restored, clocks that are wrong, threads and processes that stand still, an instance
 * that is cut off.
 */
final class UserWorld {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LONGEST_CACHED = Duration.ofHours(1);
    private static final int FILLING = 16;
    private static final List<AuraId> AURA_IDS = List.of(new AuraId("fake-a"), new AuraId("fake-b"));

    /** By then every writer has published something since. */
    private static final Duration YOUNGEST_BACKUP = SECOND.multipliedBy(12);

    private static final Faults CACHE =
            Faults.NONE.withLate(20, SECOND.multipliedBy(8)).withLost(10).asSilent();

    private final Simulation simulation;
    private final Tampering tampering;
    private final Choices choices;
    private final UserHistory history;
    private final UserDatabase database;
    private final Dependency<UserCache> shared;
    private final List<Instance> instances = new ArrayList<>();
    private final Duration begin;
    private final Duration end;
    private final int changes;
    private final int expiring;
    private int names;
    private int reads;

    UserWorld(Simulation simulation, Tampering tampering) {
        this.simulation = simulation;
        this.tampering = tampering;
        this.choices = simulation.choices();
        this.history = new UserHistory(simulation);
        this.database = new UserDatabase(simulation, history, AURA_IDS);
        this.shared = simulation.dependency(
                "cache", UserCache.class, new CaffeineUserCache(1_000_000, simulation.clock()), CACHE);
        // the shared cache is used only after some seconds
        this.begin = SECOND.multipliedBy(choices.chance(500) ? 1 : 13);
        this.end = begin.plus(SECOND.multipliedBy(choices.chance(200) ? 18 : 10));
        this.changes = choices.of(List.of(30, 100, 300));
        this.expiring = choices.of(List.of(0, 300, 800));
    }

    /** Plays it to its end; every reading is judged as it ends. */
    void play() {
        simulation.stalls(2, UserHistory.LONGEST_STALL);
        start();
        simulation.start("starts", () -> {
            for (int more = 1 + choices.below(2); more > 0; more--) {
                Duration next = choices.chance(200) ? SECOND : choices.between(SECOND, begin);
                simulation.pause(max(next.minus(simulation.now()), SECOND));
                start();
            }
        });
        simulation.start("misfortune", this::misfortune);
        simulation.run();
    }

    int reads() {
        return reads;
    }

    int lookups() {
        return database.lookups();
    }

    private void start() {
        SimulatedProcess process = simulation.process("p" + ++names);
        if (choices.chance(300)) {
            skew(process);
        }
        Instance instance = new Instance(
                simulation,
                process,
                database.users(),
                database.log(),
                shared.port(),
                database.presentLog(),
                LONGEST_CACHED,
                tampering);
        instances.add(instance);
        if (choices.chance(100)) {
            fillSegment(instance);
        }
        for (String caller : List.of("x", "y")) {
            process.start(caller, () -> call(instance));
        }
    }

    /** So that the next changes are in another segment than those before. */
    private void fillSegment(Instance instance) {
        int entries = Segment.SIZE - choices.below(8);
        for (int thread = 0; thread < FILLING; thread++) {
            int first = thread;
            instance.process.start("fills " + thread, () -> {
                for (int i = first; i < entries; i += FILLING) {
                    AuraId another = new AuraId("fake-other-" + i);
                    tries(() -> instance.cache.change(another, instance.deadline(), () -> true));
                }
            });
        }
    }

    private void call(Instance instance) {
        simulation.pause(max(begin.minus(simulation.now()), Duration.ZERO));
        while (simulation.now().compareTo(end) < 0) {
            AuraId auraId = choices.of(AURA_IDS);
            tries(() -> {
                if (!choices.chance(changes)) {
                    read(instance, auraId);
                } else if (choices.chance(350)) {
                    remove(instance, auraId);
                } else {
                    register(instance, auraId);
                }
            });
            simulation.pause(choices.between(Duration.ZERO, Duration.ofMillis(choices.chance(500) ? 60 : 800)));
        }
    }

    private void read(Instance instance, AuraId auraId) {
        reads++;
        Duration began = simulation.now();
        Optional<Duration> ownChange = history.ownChange(instance.process, auraId);
        // as the front reads
        Optional<User> told = instance.users.find(auraId).or(() -> instance.users.read(auraId, instance.deadline()));
        history.judge(instance.process, auraId, began, ownChange, told);
    }

    private void remove(Instance instance, AuraId auraId) {
        Duration asked = simulation.now();
        if (tampering.remove(instance, auraId, instance.deadline()) == RemoveOutcome.REMOVED) {
            history.changed(instance.process, auraId, asked);
        }
    }

    /** Creates, renews, or gives another end. */
    private void register(Instance instance, AuraId auraId) {
        Registration wanted = SampleUsers.registration(auraId.value());
        Optional<String> present = history.now(auraId)
                .map(user -> user.registration().authorizationId().value())
                .filter(any -> choices.chance(300));
        Optional<Instant> expiresAt = choices.chance(expiring)
                ? Optional.of(simulation.clock().instant().plus(choices.between(SECOND, SECOND.multipliedBy(8))))
                : Optional.empty();
        var registration = new Registration(
                wanted.channelId(),
                wanted.userId(),
                SampleUsers.withAuthorization(wanted, present.orElseGet(() -> "fake-" + ++names))
                        .authorizationId(),
                wanted.authentication(),
                wanted.idTokenHint(),
                expiresAt);
        Duration asked = simulation.now();
        RegistrationOutcome outcome = instance.users.registerWithAuraId(auraId, registration, instance.deadline());
        if (outcome instanceof RegistrationOutcome.Renewed) {
            history.changed(instance.process, auraId, asked);
        }
    }

    private void misfortune() {
        simulation.pause(choices.between(Duration.ZERO, begin));
        database.beginTrouble();
        database.backUp();
        for (int events = choices.below(5); events > 0 && simulation.now().compareTo(end) < 0; events--) {
            simulation.pause(choices.between(SECOND, SECOND.multipliedBy(5)));
            befall(choices.below(8));
        }
        if (shared.isFrozen()) {
            shared.thaw();
        }
    }

    private void befall(int kind) {
        Instance one = choices.of(instances);
        switch (kind) {
            case 0 -> {
                crash(one);
                start();
            }
            case 1 -> freezeCache();
            case 2 -> skew(one.process);
            case 3 -> {
                database.cutOff(one.process, tampering);
                simulation.after(
                        choices.between(SECOND, SECOND.multipliedBy(5)), "healed", () -> database.heal(one.process));
            }
            case 4 -> one.process.standStill(choices.between(SECOND, SECOND.multipliedBy(7)));
            case 5 -> restore(List.of());
            case 6 -> restore(List.copyOf(instances));
            default -> start();
        }
    }

    private void freezeCache() {
        if (!shared.isFrozen()) {
            shared.freeze();
            simulation.after(choices.between(SECOND, SECOND.multipliedBy(8)), "cache thaws", shared::thaw);
        }
    }

    private void crash(Instance one) {
        one.process.crash();
        instances.remove(one);
    }

    private void skew(SimulatedProcess process) {
        Duration error = choices.of(List.of(
                Duration.ZERO,
                Duration.ofSeconds(-3),
                Duration.ofSeconds(20),
                Duration.ofSeconds(-90),
                Duration.ofMinutes(5),
                Duration.ofMinutes(-5),
                Duration.ofMinutes(-5)));
        history.clockIsOff(error);
        process.skew(error);
    }

    /**
     * The database is away for a while, and then what it was once.
     *
     * @param stopped are started again when it is back
     */
    private void restore(List<Instance> stopped) {
        Duration earliest = database.backedUp().plus(YOUNGEST_BACKUP);
        if (earliest.plus(SECOND.multipliedBy(5)).compareTo(end) > 0) {
            return;
        }
        simulation.pause(max(earliest.minus(simulation.now()), Duration.ZERO));
        database.stop();
        stopped.forEach(this::crash);
        simulation.pause(choices.between(SECOND, SECOND.multipliedBy(3)));
        database.restore();
        stopped.forEach(each -> start());
    }

    private static void tries(Runnable call) {
        try {
            call.run();
        } catch (Outage outage) {
            // as may be
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
