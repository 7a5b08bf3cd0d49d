package io.github.auraauth.app.wiring;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.invalidation.MongoInvalidationLog;
import io.github.auraauth.app.wiring.activity.AuditModule;
import io.github.auraauth.app.wiring.user.UsersModule;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.user.SampleUsers;
import io.github.auraauth.usecase.channel.AnyChannel;
import io.github.auraauth.usecase.kpi.KpiRecorder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** For how long the wired core asks its cache to keep a user who was read. */
final class CachedFor {
    private CachedFor() {}

    /** Up to a tenth less than what is configured, for which the whole is given. */
    static Object aUser(Arrived arrived) {
        MongoServer server = new MongoServer(new MemoryBackend());
        AtomicReference<Duration> kept = new AtomicReference<>();
        Secret uri = Secret.ofText(server.bindAndGetConnectionString());
        try (MongoConnection mongo = MongoConnection.open(
                AdapterConfigs.mongo(arrived.configuration().mongo(), uri), Arrived.SOURCES.clock())) {
            UsersModule core = new UsersModule(
                    arrived.configuration(),
                    new Databases(mongo, Optional.empty()),
                    remembering(kept),
                    new AnyChannel(),
                    new UsersModule.Recorders(
                            new AuditModule(arrived.configuration(), mongo, new SimpleMeterRegistry(), Arrived.SOURCES)
                                    .recorder,
                            KpiRecorder.none(Arrived.SOURCES.clock())),
                    Runnable::run,
                    new SimpleMeterRegistry(),
                    Arrived.SOURCES);
            // who has seen another instance begin an epoch need not wait to learn whether it is alone
            core.caching.invalidations.poll(soon());
            new MongoInvalidationLog(mongo).replaceEpoch(Epoch.NONE, new Epoch("of another instance"), soon());
            core.users.registerWithAuraId(new AuraId("an-aura-id"), SampleUsers.registration("a"), soon());
            Eventually.holds("a user who was read is cached", () -> {
                core.caching.invalidations.publish(soon());
                core.caching.invalidations.poll(soon());
                core.users.read(new AuraId("an-aura-id"), soon());
                return kept.get() != null;
            });
            Duration configured = arrived.configuration().redis().orElseThrow().timeToLive();
            Duration missing = configured.minus(kept.get());
            return !missing.isNegative() && missing.multipliedBy(10).compareTo(configured) <= 0
                    ? configured
                    : kept.get();
        } finally {
            server.shutdownNow();
        }
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10), Arrived.SOURCES.clock());
    }

    private static UserCache remembering(AtomicReference<Duration> kept) {
        return new UserCache() {
            @Override
            public Optional<CachedUser> get(HashedAuraId name, Deadline deadline) {
                return Optional.empty();
            }

            @Override
            public void put(HashedAuraId name, CachedUser value, Duration timeToLive) {
                kept.set(timeToLive);
            }

            @Override
            public void evict(HashedAuraId name) {
                // nothing is held
            }
        };
    }
}
