package io.github.auraauth.app.simulation;

import io.github.auraauth.adapter.memory.CaffeineUserCache;
import io.github.auraauth.domain.invalidation.AuraIdHasher;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.RandomIds;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.testkit.simulation.Choices;
import io.github.auraauth.testkit.simulation.Faults;
import io.github.auraauth.testkit.simulation.SimulatedProcess;
import io.github.auraauth.testkit.simulation.Simulation;
import io.github.auraauth.usecase.invalidation.CacheTimes;
import io.github.auraauth.usecase.invalidation.CoherentUserCache;
import io.github.auraauth.usecase.invalidation.InvalidationLogFollower;
import io.github.auraauth.usecase.invalidation.InvalidationSettings;
import io.github.auraauth.usecase.user.UserService;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/** One instance of the service: the use cases of users, put together as the server does, in a process that is simulated. */
final class Instance {
    private static final Secret SEED = Secret.ofText("fake-seed-of-the-simulation");
    private static final UserIdentities IDENTITIES = new UserIdentities(SEED);
    private static final AuraIdHasher HASHER = new AuraIdHasher(SEED);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration NEVER = Duration.ofDays(10_000);

    final SimulatedProcess process;
    final UserService users;
    final CoherentUserCache cache;
    final UserStore store;
    private final Simulation simulation;
    private Duration rest = Duration.ZERO;

    /**
     * @param present the log as it is now, out of reach of any fault
     * @param longestCached the longest time that a user stays in a cache
     */
    Instance(
            Simulation simulation,
            SimulatedProcess process,
            UserStore rows,
            InvalidationLog log,
            UserCache shared,
            InvalidationLog present,
            Duration longestCached,
            Tampering tampering) {
        this.simulation = simulation;
        Choices choices = simulation.choices().split();
        SecureRandom random = choices.secureRandom();
        InstantSource steady = process.steadyClock();
        this.process = process;
        this.store = tampering.store(rows);
        var follower = new InvalidationLogFollower(
                tampering.log(log, process),
                new InvalidationSettings(longestCached, true),
                process.clock(),
                tampering.followersClock(steady),
                () -> RandomIds.uuid(random));
        UserCache local = simulation
                .dependency(process + "/local", UserCache.class, new CaffeineUserCache(1_000_000, steady), Faults.LOCAL)
                .port();
        this.cache = new CoherentUserCache(
                tampering.cache(local, present),
                tampering.cache(shared, present),
                follower,
                HASHER,
                new CacheTimes(longestCached),
                process.clock());
        this.users =
                new UserService(store, cache, IDENTITIES, (auraId, at, interval) -> {}, NEVER, process.clock(), random);
        repeat(Duration.ofMillis(500), SECOND, "polls", follower::poll);
        repeat(Duration.ofMillis(400), SECOND, "publishes", follower::publish);
        repeat(SECOND.multipliedBy(10), SECOND.multipliedBy(5), "sweeps", follower::sweep);
    }

    Deadline deadline() {
        return process.deadline(Duration.ofMillis(1_500));
    }

    /** Lets its jobs rest for so long each time, so that minutes pass in a few steps. */
    void rest(Duration time) {
        rest = time;
    }

    private void repeat(Duration interval, Duration longest, String job, Consumer<Deadline> body) {
        process.every(interval, job, () -> {
            try {
                body.accept(process.deadline(longest));
            } catch (Outage outage) {
                // the next time
            }
            simulation.pause(rest);
        });
    }
}
