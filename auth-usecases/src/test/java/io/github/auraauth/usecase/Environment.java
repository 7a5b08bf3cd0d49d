package io.github.auraauth.usecase;

import io.github.auraauth.adapter.memory.CaffeineUserCache;
import io.github.auraauth.adapter.memory.InMemoryErasedAuraIds;
import io.github.auraauth.adapter.memory.InMemoryErasureJournal;
import io.github.auraauth.adapter.memory.InMemoryInvalidationLog;
import io.github.auraauth.adapter.memory.InMemoryLoginStateUses;
import io.github.auraauth.adapter.memory.InMemoryUserStore;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.invalidation.AuraIdHasher;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.RandomIds;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.usecase.invalidation.CacheTimes;
import io.github.auraauth.usecase.invalidation.CoherentUserCache;
import io.github.auraauth.usecase.invalidation.InvalidationLogFollower;
import io.github.auraauth.usecase.invalidation.InvalidationSettings;
import io.github.auraauth.usecase.user.UserService;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One database and one cache, and the parts of an instance of the service over them. */
public final class Environment {
    public static final Secret SEED = Secret.ofText("a-seed-of-the-use-case-tests");
    public static final ChannelId CHANNEL =
            ChannelId.parse("11111111-1111-4111-8111-111111111111").orElseThrow();
    public static final ChannelId OTHER_CHANNEL =
            ChannelId.parse("22222222-2222-4222-8222-222222222222").orElseThrow();

    public final Time clock = new Time();
    public final SecureRandom random = new SecureRandom();
    public final UserIdentities identities = new UserIdentities(SEED);
    public final AuraIdHasher hasher = new AuraIdHasher(SEED);
    public final InMemoryUserStore store = new InMemoryUserStore(clock);
    public final InMemoryInvalidationLog log = new InMemoryInvalidationLog(clock);
    public final InMemoryErasureJournal journal =
            new InMemoryErasureJournal(clock, KeyedDigest.derivedFrom(SEED, "tests"));
    public final InMemoryErasedAuraIds erased = new InMemoryErasedAuraIds(clock);
    public final InMemoryLoginStateUses stateUses = new InMemoryLoginStateUses(clock);
    public final MapCache cache = new MapCache();
    private final List<InvalidationLogFollower> followers = new ArrayList<>();

    /** A follower of an instance that has just polled, and believes values of the shared cache as those before it do. */
    public InvalidationLogFollower follower() {
        InvalidationLogFollower follower = newFollower();
        follower.poll(soon());
        follower.publish(soon());
        clock.pass(Duration.ofSeconds(followers.isEmpty() ? 5 : 2));
        for (InvalidationLogFollower other : followers) {
            other.poll(soon());
            other.publish(soon());
        }
        follower.poll(soon());
        follower.publish(soon());
        followers.add(follower);
        return follower;
    }

    /** How many changes are in the log. */
    public long changesLogged() {
        return log.read(soon()).writers().stream()
                .mapToLong(active -> active.segment().last())
                .sum();
    }

    /** A follower of an instance that has not polled. */
    public InvalidationLogFollower newFollower() {
        return new InvalidationLogFollower(
                log, new InvalidationSettings(Duration.ofHours(1), true), clock, clock, () -> RandomIds.uuid(random));
    }

    /** The cache of an instance with that follower. */
    public CoherentUserCache coherentCache(InvalidationLogFollower follower) {
        UserCache local = new CaffeineUserCache(1_000_000, clock);
        return new CoherentUserCache(local, cache, follower, hasher, new CacheTimes(Duration.ofHours(1)), clock);
    }

    public CoherentUserCache coherentCache() {
        return coherentCache(follower());
    }

    /** The users of an instance with that cache, which notes no access. */
    public Users users(CoherentUserCache coherent) {
        return users(store, coherent);
    }

    /** The same over another store. */
    public Users users(UserStore other, CoherentUserCache coherent) {
        return new UserService(
                other, coherent, identities, (auraId, at, interval) -> {}, Duration.ofHours(1), clock, random);
    }

    public Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5), InstantSource.system());
    }

    public static Registration registration(String session) {
        return registration(session, "person of " + session);
    }

    public static Registration registration(String session, String person) {
        return new Registration(
                CHANNEL,
                new UserId(person),
                new AuthorizationId(session),
                new Authentication(AuthenticationType.UID, "uid of " + person),
                Optional.empty(),
                Optional.empty());
    }

    public static Registration by(Registration registration, Authentication authentication) {
        return new Registration(
                registration.channelId(),
                registration.userId(),
                registration.authorizationId(),
                authentication,
                registration.idTokenHint(),
                registration.expiresAt());
    }

    public static Registration in(ChannelId channel, Registration registration) {
        return new Registration(
                channel,
                registration.userId(),
                registration.authorizationId(),
                registration.authentication(),
                registration.idTokenHint(),
                registration.expiresAt());
    }

    public static Registration ending(Registration registration, Instant end) {
        return new Registration(
                registration.channelId(),
                registration.userId(),
                registration.authorizationId(),
                registration.authentication(),
                registration.idTokenHint(),
                Optional.of(end));
    }

    public static Registration hinted(Registration registration, String hint) {
        return new Registration(
                registration.channelId(),
                registration.userId(),
                registration.authorizationId(),
                registration.authentication(),
                Optional.of(Secret.ofText(hint)),
                registration.expiresAt());
    }

    /** The store, for tests that need it as a port. */
    public UserStore store() {
        return store;
    }

    /** Time that only passes when told to. */
    public static final class Time implements InstantSource {
        private volatile Instant now = Instant.parse("2026-05-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        public void pass(Duration time) {
            now = now.plus(time);
        }
    }
}
