package io.github.auraauth.app.wiring.user;

import io.github.auraauth.adapter.memory.CaffeineUserCache;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.invalidation.MongoInvalidationLog;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.RedisSettings;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.ScheduledJob;
import io.github.auraauth.app.process.SteadyClock;
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.domain.invalidation.AuraIdHasher;
import io.github.auraauth.domain.user.RandomIds;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.usecase.invalidation.CacheTimes;
import io.github.auraauth.usecase.invalidation.CoherentUserCache;
import io.github.auraauth.usecase.invalidation.InvalidationLogFollower;
import io.github.auraauth.usecase.invalidation.InvalidationSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The caches of users, and the log by which instances tell each other what has changed. */
public final class UserCachingModule implements FeatureModule, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UserCachingModule.class);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final long MOST_LOCAL_BYTES = 64L * 1024 * 1024;
    private static final Duration LOCAL_CACHE_TIME = Duration.ofHours(1);
    private static final Duration LONGEST_CLOSE = Duration.ofMillis(500);

    final CoherentUserCache cache;
    public final InvalidationLogFollower invalidations;
    private final InstantSource clock;

    /** @param shared by all instances; one that holds nothing where there is none */
    UserCachingModule(
            Configuration configuration,
            MongoConnection mongo,
            UserCache shared,
            MeterRegistry metrics,
            ClockAndRandom clockAndRandom) {
        clock = clockAndRandom.clock();
        var steady = new SteadyClock(clock);
        Duration cached = configuration.redis().map(RedisSettings::timeToLive).orElse(LOCAL_CACHE_TIME);
        boolean sharing = configuration.redis().isPresent();
        invalidations = new InvalidationLogFollower(
                new MongoInvalidationLog(mongo),
                new InvalidationSettings(cached, sharing),
                clock,
                steady,
                () -> RandomIds.uuid(clockAndRandom.random()));
        Gauge.builder("aura.cache.shared.believed", invalidations, log -> !sharing || log.allowsSharedCache() ? 1 : 0)
                .description(
                        "1 while values of the shared cache are believed or none is shared, 0 after a start or restore, or where the clock differs")
                .register(metrics);
        cache = new CoherentUserCache(
                new CaffeineUserCache(MOST_LOCAL_BYTES, steady),
                shared,
                invalidations,
                new AuraIdHasher(configuration.keys().seed()),
                new CacheTimes(cached),
                clock);
    }

    @Override
    public List<ScheduledJob> jobs() {
        return List.of(
                ScheduledJob.every(Duration.ofMillis(500), SECOND, "following invalidations", invalidations::poll),
                ScheduledJob.every(Duration.ofMillis(250), SECOND, "publishing invalidations", invalidations::publish),
                ScheduledJob.every(
                        SECOND.multipliedBy(10),
                        SECOND.multipliedBy(5),
                        "forgetting invalidations",
                        invalidations::sweep));
    }

    /** Tells other instances which changes are finished, which they would not believe their caches about for long. */
    @Override
    public void close() {
        try {
            invalidations.finish(Deadline.in(LONGEST_CLOSE, clock));
        } catch (Outage outage) {
            LOG.debug("changes stay pending for others: {}", outage.getMessage());
        }
    }
}
