package io.github.auraauth.usecase.user;

import io.github.auraauth.domain.user.AnonymousUser;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.CachedUsers;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.port.out.user.LastAccesses;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.usecase.invalidation.CoherentUserCache;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * The users of a store, read through a cache where the invalidation log allows it. An access is noted at most once in
 * an interval.
 */
public final class UserService implements Users, CachedUsers {
    private final UserStore store;
    private final CoherentUserCache cache;
    private final UserWriter writer;
    private final UserRegistration registration;
    private final UserIdentities identities;
    private final LastAccesses lastAccesses;
    private final Duration lastAccessInterval;
    private final InstantSource clock;

    /** @param lastAccessInterval an access is noted at most once in this time */
    public UserService(
            UserStore store,
            CoherentUserCache cache,
            UserIdentities identities,
            LastAccesses lastAccesses,
            Duration lastAccessInterval,
            InstantSource clock,
            SecureRandom random) {
        this.store = Objects.requireNonNull(store, "store");
        this.cache = Objects.requireNonNull(cache, "cache");
        this.identities = Objects.requireNonNull(identities, "identities");
        this.lastAccesses = Objects.requireNonNull(lastAccesses, "lastAccesses");
        this.lastAccessInterval = Objects.requireNonNull(lastAccessInterval, "lastAccessInterval");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.writer = new UserWriter(store, cache);
        this.registration = new UserRegistration(store, writer, identities, clock, random);
    }

    @Override
    public RegistrationOutcome register(Registration wanted, Deadline deadline) {
        return registration.register(wanted, deadline);
    }

    @Override
    public RegistrationOutcome registerWithAuraId(AuraId auraId, Registration wanted, Deadline deadline) {
        return registration.registerWithAuraId(auraId, wanted, deadline);
    }

    @Override
    public Optional<User> read(AuraId auraId, Deadline deadline) {
        Optional<User> user = cache.get(auraId, deadline, () -> store.find(auraId, deadline));
        user.ifPresent(this::noteAccess);
        return user.map(User::withoutIdTokenHint);
    }

    /** Not where the access is to be noted, which changes what the cache holds. */
    @Override
    public Optional<User> find(AuraId auraId) {
        return cache.find(auraId)
                .filter(user -> !isAccessToBeNoted(user, clock.instant()))
                .map(User::withoutIdTokenHint);
    }

    @Override
    public Optional<User> readWithIdTokenHint(AuraId auraId, Deadline deadline) {
        Optional<User> user = store.find(auraId, deadline);
        user.ifPresent(this::noteAccess);
        return user;
    }

    @Override
    public Optional<AuraId> findNewest(AuraGlobalId auraGlobalId, ChannelId channelId, Deadline deadline) {
        return store.findNewest(auraGlobalId, channelId, deadline).map(User::auraId);
    }

    @Override
    public AnonymousUser identifyAnonymous(AuraId auraId, ChannelId channelId) {
        return identities.anonymous(auraId, channelId);
    }

    /** Also where the row cannot be read as a user; an absent one costs one read and leaves no line in the log. */
    @Override
    public RemoveOutcome remove(AuraId auraId, Deadline deadline) {
        return store.findRow(auraId, deadline)
                .map(row -> writer.remove(auraId, deadline))
                .orElse(RemoveOutcome.ABSENT);
    }

    private void noteAccess(User user) {
        Instant now = clock.instant();
        if (isAccessToBeNoted(user, now)) {
            lastAccesses.note(user.auraId(), now, lastAccessInterval);
            cache.refresh(user.auraId());
        }
    }

    private boolean isAccessToBeNoted(User user, Instant now) {
        return !user.lastAccess().plus(lastAccessInterval).isAfter(now);
    }
}
