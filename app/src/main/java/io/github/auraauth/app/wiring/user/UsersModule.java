package io.github.auraauth.app.wiring.user;

import io.github.auraauth.adapter.http.user.UserEndpoints;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.adapter.mongo.index.ExpiredDocumentSweep;
import io.github.auraauth.adapter.mongo.index.IndexDefinition;
import io.github.auraauth.adapter.mongo.login.MongoLoginStateUses;
import io.github.auraauth.adapter.mongo.user.MongoLastAccesses;
import io.github.auraauth.adapter.mongo.user.MongoOwnedUsers;
import io.github.auraauth.adapter.mongo.user.MongoUserDirectory;
import io.github.auraauth.adapter.mongo.user.MongoUserStore;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.ScheduledJob;
import io.github.auraauth.app.wiring.Databases;
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.invalidation.AuraIdHasher;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.port.in.channel.Channels;
import io.github.auraauth.port.in.user.OwnUsers;
import io.github.auraauth.port.in.user.UserAdministration;
import io.github.auraauth.port.in.user.UserChanges;
import io.github.auraauth.port.in.user.UserRowSearch;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.kpi.KpiRecorder;
import io.github.auraauth.usecase.login.ReplayGuard;
import io.github.auraauth.usecase.user.OwnUserService;
import io.github.auraauth.usecase.user.UserAdministrationService;
import io.github.auraauth.usecase.user.UserChangeService;
import io.github.auraauth.usecase.user.UserRowSearchService;
import io.github.auraauth.usecase.user.UserService;
import io.github.auraauth.usecase.user.UserWriter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Users: their stores, use cases and endpoints, put together by hand. */
public final class UsersModule implements FeatureModule, AutoCloseable {
    public final UserService users;
    public final OwnUsers ownUsers;
    public final Channels channels;
    public final UserRowSearch administration;
    public final ReplayGuard loginReplays;
    public final UserChanges changes;
    public final ActivityRecorder activity;
    public final UserCachingModule caching;
    private final ErasureModule erasure;
    private final ExpiredDocumentSweep expired;
    private final KpiRecorder kpis;
    private final InstantSource clock;

    /**
     * @param channels through which users come
     * @param cache shared by all instances; one that holds nothing where there is none
     * @param beside runs what no request waits for; may refuse work
     */
    public UsersModule(
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

        var unreadable = new UnreadableDocumentReporter(
                "user row",
                Counter.builder("aura.users.unreadable")
                        .description("How often a row was met that cannot be read as a user")
                        .register(metrics)::increment);
        UserStore store = new MongoUserStore(mongo, cipher, unreadable, clock);
        caching = new UserCachingModule(configuration, mongo, cache, metrics, clockAndRandom);
        erasure = new ErasureModule(
                configuration, databases, unreadable, new UserWriter(store, caching.cache), activity, clockAndRandom);
        users = new UserService(
                store,
                caching.cache,
                new UserIdentities(keys.seed()),
                new MongoLastAccesses(mongo, beside, clock),
                configuration.mongo().lastAccessInterval(),
                clock,
                random);
        ownUsers = kpis.record(new OwnUserService(users, store, new MongoOwnedUsers(mongo), caching.cache, activity));
        changes = new UserChangeService(kpis.record(users), erasure.erasure, activity);
        administration = new UserRowSearchService(store, MongoUserDirectory.forOperators(mongo, cipher, unreadable));
        loginReplays = new ReplayGuard(new MongoLoginStateUses(mongo), erasure.erased, new AuraIdHasher(keys.seed()));
        expired = new ExpiredDocumentSweep(mongo, IndexDefinition.bundled(), clock);
    }

    /**
     * What is recorded of what is done.
     *
     * @param activity for those who look into it later
     * @param kpis for the figures of the operator; what a login does is recorded as that
     */
    public record Recorders(ActivityRecorder activity, KpiRecorder kpis) {}

    /** Users, as accounts that look after them ask for them. */
    public UserAdministration administration() {
        return new UserAdministrationService(administration, changes);
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return new UserEndpoints(users, users, kpis.record(users)::identifyAnonymous, changes, channels, clock)
                .byOperation();
    }

    @Override
    public List<ScheduledJob> jobs() {
        List<ScheduledJob> jobs = new ArrayList<>(caching.jobs());
        jobs.addAll(erasure.jobs());
        jobs.add(ScheduledJob.fromNowEvery(
                Duration.ofSeconds(60), Duration.ofSeconds(30), "sweeping what has expired", expired::sweep));
        return jobs;
    }

    @Override
    public void close() {
        caching.close();
    }
}
