package io.github.auraauth.adapter.memory;

import io.github.auraauth.domain.removal.HashedAuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.UserCache;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** A cache that keeps nothing: for a service over a database that others share, without a Redis to share with it. */
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
