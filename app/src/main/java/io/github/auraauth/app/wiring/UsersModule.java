package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.http.user.UserEndpoints;
import io.github.auraauth.adapter.memory.CaffeineUserCache;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.adapter.mongo.erasure.MongoErasedAuraIds;
import io.github.auraauth.adapter.mongo.erasure.MongoErasureJournal;
import io.github.auraauth.adapter.mongo.index.ExpiredDocumentSweep;
import io.github.auraauth.adapter.mongo.index.IndexDefinition;
import io.github.auraauth.adapter.mongo.invalidation.MongoInvalidationLog;
import io.github.auraauth.adapter.mongo.login.MongoLoginStateUses;
import io.github.auraauth.adapter.mongo.user.MongoLastAccesses;
import io.github.auraauth.adapter.mongo.user.MongoOwnedUsers;
import io.github.auraauth.adapter.mongo.user.MongoUserDirectory;
import io.github.auraauth.adapter.mongo.user.MongoUserStore;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.RedisSettings;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.ScheduledJob;
import io.github.auraauth.app.process.SteadyClock;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.invalidation.AuraIdHasher;
import io.github.auraauth.domain.user.RandomIds;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.channel.Channels;
import io.github.auraauth.port.in.user.OwnUsers;
import io.github.auraauth.port.in.user.UserAdministration;
import io.github.auraauth.port.in.user.UserChanges;
import io.github.auraauth.port.in.user.UserRowSearch;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.erasure.AuditedErasureStep;
import io.github.auraauth.usecase.erasure.ErasedAuraIdRecorder;
import io.github.auraauth.usecase.erasure.PersonRows;
import io.github.auraauth.usecase.erasure.PhoneNumberErasure;
import io.github.auraauth.usecase.invalidation.CacheTimes;
import io.github.auraauth.usecase.invalidation.CoherentUserCache;
import io.github.auraauth.usecase.invalidation.InvalidationLogFollower;
import io.github.auraauth.usecase.invalidation.InvalidationSettings;
import io.github.auraauth.usecase.kpi.KpiRecorder;
import io.github.auraauth.usecase.login.ReplayGuard;
import io.github.auraauth.usecase.user.OwnUserService;
import io.github.auraauth.usecase.user.UserAdministrationService;
import io.github.auraauth.usecase.user.UserChangeService;
import io.github.auraauth.usecase.user.UserRowSearchService;
import io.github.auraauth.usecase.user.UserService;
import io.github.auraauth.usecase.user.UserWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Users: their stores, use cases and endpoints, put together by hand. */
final class UsersModule implements FeatureModule, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UsersModule.class);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final long MOST_LOCAL_BYTES = 64L * 1024 * 1024;
    private static final Duration LOCAL_CACHE_TIME = Duration.ofHours(1);
    private static final Duration LONGEST_CLOSE = Duration.ofMillis(500);

    final UserService users;
    final OwnUsers ownUsers;
    final Channels channels;
    final PhoneNumberErasure erasure;
    final UserRowSearch administration;
    final InvalidationLogFollower invalidations;
    final ReplayGuard loginReplays;
    final UserChanges changes;
    final ActivityRecorder activity;
    private final ExpiredDocumentSweep expired;
    private final KpiRecorder kpis;
    private final InstantSource clock;

    /**
     * @param channels through which users come
     * @param cache shared by all instances; one that holds nothing where there is none
     * @param beside runs what no request waits for; may refuse work
     */
    UsersModule(
            Configuration configuration,
            Databases databases,
            UserCache cache,
            Channels channels,
            Recorders recorders,
            Executor beside,
            MeterRegistry metrics,
            ClockAndRandom clockAndRandom) {
        MongoConnection mongo = databases.users();
        this.channels = channels;
        this.kpis = recorders.kpis();
        this.activity = recorders.activity();
        clock = clockAndRandom.clock();
        SecureRandom random = clockAndRandom.random();
        var keys = configuration.keys();
        var cipher = new AtRestCipher(keys.encryptionKeys(), random);
        var identities = new UserIdentities(keys.seed());
        Duration cached = configuration.redis().map(RedisSettings::timeToLive).orElse(LOCAL_CACHE_TIME);

        var unreadable = new UnreadableDocumentReporter(
                "user row",
                Counter.builder("aura.users.unreadable")
                        .description("How often a row was met that cannot be read as a user")
                        .register(metrics)::increment);
        UserStore store = new MongoUserStore(mongo, cipher, unreadable, clock);
        var journal = new MongoErasureJournal(
                mongo, cipher, KeyedDigest.derivedFrom(keys.seed(), "aura-auth/erasure-receipt/v1"), clock);
        var hasher = new AuraIdHasher(keys.seed());
        var erased = new MongoErasedAuraIds(mongo);
        var accesses = new MongoLastAccesses(mongo, beside, clock);
        var steady = new SteadyClock(clock);
        invalidations = new InvalidationLogFollower(
                new MongoInvalidationLog(mongo),
                new InvalidationSettings(cached, configuration.redis().isPresent()),
                clock,
                steady,
                () -> RandomIds.uuid(random));
        Gauge.builder("aura.cache.shared.believed", invalidations, log -> log.allowsSharedCache() ? 1 : 0)
                .description(
                        "1 while values of the shared cache are believed, 0 after a start or restore, or where the clock differs")
                .register(metrics);
        var local = new CaffeineUserCache(MOST_LOCAL_BYTES, steady);
        var coherent = new CoherentUserCache(local, cache, invalidations, hasher, new CacheTimes(cached), clock);
        users = new UserService(
                store, coherent, identities, accesses, configuration.mongo().lastAccessInterval(), clock, random);
        ownUsers = kpis.record(new OwnUserService(users, store, new MongoOwnedUsers(mongo), coherent, activity));
        erasure = new PhoneNumberErasure(
                journal,
                new PersonRows(
                        MongoUserDirectory.forErasure(mongo, cipher, unreadable),
                        new UserWriter(store, coherent),
                        new ErasedAuraIdRecorder(
                                erased, hasher, configuration.login().longest(), clock)),
                new AuditedErasureStep(databases.termsErasure(), Event.TERMS_ERASE, activity),
                clock,
                random);
        changes = new UserChangeService(kpis.record(users), erasure, activity);
        expired = new ExpiredDocumentSweep(mongo, IndexDefinition.bundled(), clock);
        administration = new UserRowSearchService(store, MongoUserDirectory.forOperators(mongo, cipher, unreadable));
        loginReplays = new ReplayGuard(new MongoLoginStateUses(mongo), erased, hasher);
    }

    /**
     * What is recorded of what is done.
     *
     * @param activity for those who look into it later
     * @param kpis for the figures of the operator; what a login does is recorded as that
     */
    record Recorders(ActivityRecorder activity, KpiRecorder kpis) {}

    /** Users, as accounts that look after them ask for them. */
    UserAdministration administration() {
        return new UserAdministrationService(administration, changes);
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return new UserEndpoints(users, users, kpis.record(users)::identifyAnonymous, changes, channels, clock)
                .byOperation();
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
                        invalidations::sweep),
                ScheduledJob.every(
                        SECOND.multipliedBy(10), SECOND.multipliedBy(30), "finishing erasures", erasure::resume),
                ScheduledJob.fromNowEvery(
                        SECOND.multipliedBy(60), SECOND.multipliedBy(30), "sweeping what has expired", expired::sweep));
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
