package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.adapter.mongo.erasure.MongoErasedAuraIds;
import io.github.auraauth.adapter.mongo.erasure.MongoErasureJournal;
import io.github.auraauth.adapter.mongo.login.MongoLoginStateUses;
import io.github.auraauth.adapter.mongo.removal.MongoRemovalLog;
import io.github.auraauth.adapter.mongo.user.MongoLastAccesses;
import io.github.auraauth.adapter.mongo.user.MongoOwnedUsers;
import io.github.auraauth.adapter.mongo.user.MongoUserDirectory;
import io.github.auraauth.adapter.mongo.user.MongoUserStore;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.RedisSettings;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.removal.AuraIdHasher;
import io.github.auraauth.domain.state.StateRules;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.port.in.user.FindNewestUser;
import io.github.auraauth.port.in.user.FindOwnNewestUser;
import io.github.auraauth.port.in.user.IdentifyAnonymousUser;
import io.github.auraauth.port.in.user.ReadUser;
import io.github.auraauth.port.in.user.RegisterUser;
import io.github.auraauth.port.in.user.RegisterUserWithAuraId;
import io.github.auraauth.port.in.user.RemoveOwnUser;
import io.github.auraauth.port.in.user.RemoveUser;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.port.out.user.UserDirectory;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.usecase.erasure.ErasureNotes;
import io.github.auraauth.usecase.erasure.PersonRows;
import io.github.auraauth.usecase.erasure.PhoneNumberErasure;
import io.github.auraauth.usecase.login.OneTimeUse;
import io.github.auraauth.usecase.removal.BelievableCache;
import io.github.auraauth.usecase.removal.CacheTimes;
import io.github.auraauth.usecase.removal.RemovalWatch;
import io.github.auraauth.usecase.user.AnonymousIdentification;
import io.github.auraauth.usecase.user.NewestUserSearch;
import io.github.auraauth.usecase.user.OwnNewestUserSearch;
import io.github.auraauth.usecase.user.OwnUserRemoval;
import io.github.auraauth.usecase.user.UserChanges;
import io.github.auraauth.usecase.user.UserReading;
import io.github.auraauth.usecase.user.UserRegistration;
import io.github.auraauth.usecase.user.UserRegistrationWithAuraId;
import io.github.auraauth.usecase.user.UserRemoval;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** The use cases over their stores: where adapters meet the core, by hand and in one place. */
final class Core {
    private static final Duration LOCAL_CACHE_TIME = Duration.ofHours(1);
    private static final Duration LONGEST_CALLBACK = Duration.ofMinutes(1);

    final RegisterUser registerUser;
    final RegisterUserWithAuraId registerUserWithAuraId;
    final ReadUser readUser;
    final IdentifyAnonymousUser identifyAnonymousUser;
    final FindNewestUser findNewestUser;
    final FindOwnNewestUser findOwnNewestUser;
    final RemoveUser removeUser;
    final RemoveOwnUser removeOwnUser;
    final PhoneNumberErasure eraseUsers;
    final UserStore store;
    final UserDirectory directory;
    final RemovalWatch removals;
    final OneTimeUse loginStates;

    /**
     * @param cache shared by all instances, or local where this is the only one
     * @param beside runs what no request waits for; may refuse work
     */
    Core(
            Configuration configuration,
            Databases databases,
            UserCache cache,
            Executor beside,
            MeterRegistry metrics,
            Sources sources) {
        MongoConnection mongo = databases.users();
        InstantSource clock = sources.clock();
        SecureRandom random = sources.random();
        var keys = configuration.keys();
        var cipher = new AtRestCipher(keys.encryptionKeys(), random);
        var identities = new UserIdentities(keys.seed());
        Duration cached = configuration.redis().map(RedisSettings::timeToLive).orElse(LOCAL_CACHE_TIME);

        var unreadable = new UnreadableDocumentReporter(
                "user row",
                Counter.builder("aura.users.unreadable")
                        .description("How often a row was met that cannot be read as a user")
                        .register(metrics)::increment);
        store = new MongoUserStore(mongo, cipher, unreadable, clock);
        var journal = new MongoErasureJournal(
                mongo, cipher, KeyedDigest.derivedFrom(keys.seed(), "aura-auth/erasure-receipt/v1"), clock);
        var hasher = new AuraIdHasher(keys.seed());
        var erased = new MongoErasedAuraIds(mongo);
        var accesses = new MongoLastAccesses(mongo, beside, clock);
        removals = new RemovalWatch(new MongoRemovalLog(mongo), cached, new SteadyClock(clock));
        var believable = new BelievableCache(cache, removals, hasher, CacheTimes.of(cached), clock);
        var changes = new UserChanges(store, believable);

        registerUser = new UserRegistration(store, changes, identities, clock, random);
        registerUserWithAuraId = new UserRegistrationWithAuraId(store, changes, identities, clock);
        readUser = new UserReading(
                store, believable, accesses, configuration.mongo().lastAccessInterval(), clock);
        identifyAnonymousUser = new AnonymousIdentification(identities);
        findNewestUser = new NewestUserSearch(store);
        findOwnNewestUser = new OwnNewestUserSearch(store);
        removeUser = new UserRemoval(store, changes);
        removeOwnUser = new OwnUserRemoval(store, new MongoOwnedUsers(mongo), believable);
        eraseUsers = new PhoneNumberErasure(
                journal,
                new PersonRows(
                        MongoUserDirectory.forErasure(mongo, cipher, unreadable),
                        changes,
                        new ErasureNotes(erased, hasher, longestLogin(configuration), clock)),
                databases.termsErasure(),
                clock,
                random);
        directory = MongoUserDirectory.forOperators(mongo, cipher, unreadable);
        loginStates = new OneTimeUse(new MongoLoginStateUses(mongo), erased, hasher);
    }

    /**
     * From the making of a state, by a clock that may be ahead, to the last moment of the login that uses it, by a clock
     * that may be behind.
     */
    private static Duration longestLogin(Configuration configuration) {
        return configuration
                .login()
                .states()
                .validity()
                .plus(StateRules.AHEAD.multipliedBy(2))
                .plus(LONGEST_CALLBACK);
    }
}
