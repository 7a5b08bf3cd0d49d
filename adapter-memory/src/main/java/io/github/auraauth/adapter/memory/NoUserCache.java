package io.github.auraauth.adapter.memory;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.UserCache;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** A cache that holds nothing: for a service that shares its database with others, but has no Redis to share a cache in. */
public final class NoUserCache implements UserCache {
    @Override
    public Optional<CachedUser> get(HashedAuraId name, Deadline deadline) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(deadline, "deadline");
        return Optional.empty();
    }

    @Override
    public void put(HashedAuraId name, CachedUser value, Duration timeToLive) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(timeToLive, "timeToLive");
    }

    @Override
    public void evict(HashedAuraId name) {
        Objects.requireNonNull(name, "name");
    }
}
