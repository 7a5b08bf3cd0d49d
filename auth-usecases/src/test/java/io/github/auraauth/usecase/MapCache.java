package io.github.auraauth.usecase;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.UserCache;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A shared cache that can refuse to forget: the worst a Redis can do that was away at the wrong moment. */
public final class MapCache implements UserCache {
    public final Map<HashedAuraId, CachedUser> values = new ConcurrentHashMap<>();
    public final Map<HashedAuraId, Duration> times = new ConcurrentHashMap<>();
    public final AtomicInteger reads = new AtomicInteger();
    public volatile boolean forgetful = true;

    @Override
    public Optional<CachedUser> get(HashedAuraId name, Deadline deadline) {
        reads.incrementAndGet();
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public void put(HashedAuraId name, CachedUser value, Duration timeToLive) {
        values.put(name, value);
        times.put(name, timeToLive);
    }

    @Override
    public void evict(HashedAuraId name) {
        if (forgetful) {
            values.remove(name);
        }
    }
}
