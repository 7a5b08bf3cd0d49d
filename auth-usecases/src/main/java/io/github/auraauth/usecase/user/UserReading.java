package io.github.auraauth.usecase.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.ReadUser;
import io.github.auraauth.port.out.user.LastAccesses;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.usecase.removal.CoherentUserCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Reads from the cache where it can be believed, else from the store, and has the access noted now and then. */
public final class UserReading implements ReadUser {
    private final UserStore store;
    private final CoherentUserCache cache;
    private final LastAccesses lastAccesses;
    private final Duration lastAccessInterval;
    private final InstantSource clock;

    /** @param lastAccessInterval an access is noted at most once in this time */
    public UserReading(
            UserStore store,
            CoherentUserCache cache,
            LastAccesses lastAccesses,
            Duration lastAccessInterval,
            InstantSource clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.cache = Objects.requireNonNull(cache, "cache");
        this.lastAccesses = Objects.requireNonNull(lastAccesses, "lastAccesses");
        this.lastAccessInterval = Objects.requireNonNull(lastAccessInterval, "lastAccessInterval");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public Optional<User> read(AuraId auraId, Deadline deadline) {
        Optional<User> user = cache.get(auraId, deadline, () -> store.find(auraId, deadline));
        user.ifPresent(this::noteAccess);
        return user.map(User::withoutIdTokenHint);
    }

    @Override
    public Optional<User> readWithIdTokenHint(AuraId auraId, Deadline deadline) {
        Optional<User> user = store.find(auraId, deadline);
        user.ifPresent(this::noteAccess);
        return user;
    }

    private void noteAccess(User user) {
        Instant now = clock.instant();
        if (!user.lastAccess().plus(lastAccessInterval).isAfter(now)) {
            lastAccesses.note(user.auraId(), now, lastAccessInterval);
            cache.refresh(user.auraId());
        }
    }
}
