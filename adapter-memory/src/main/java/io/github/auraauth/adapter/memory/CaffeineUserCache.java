package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Policy.VarExpiration;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.UserCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The local user cache: bounded, each value with a time to live of its own. It holds what this instance has cached
 * only; as with every cache, it is the caller who must not trust the value of a removed user.
 */
public final class CaffeineUserCache implements UserCache {
    private static final Duration NEVER_USED = Duration.ofSeconds(1);

    private final Cache<HashedAuraId, CachedUser> cache;
    private final VarExpiration<HashedAuraId, CachedUser> expiration;

    /**
     * @param mostValues how many values it holds, positive
     * @param clock by which values age
     */
    public CaffeineUserCache(long mostValues, InstantSource clock) {
        requireNonNull(clock, "clock");
        if (mostValues < 1) {
            throw new IllegalArgumentException("mostValues must be positive");
        }
        this.cache = Caffeine.newBuilder()
                .maximumSize(mostValues)
                .expireAfter(Expiry.<HashedAuraId, CachedUser>writing((name, value) -> NEVER_USED))
                .ticker(() -> nanos(clock.instant()))
                .executor(Runnable::run)
                .build();
        this.expiration = cache.policy().expireVariably().orElseThrow();
    }

    @Override
    public Optional<CachedUser> get(HashedAuraId name, Deadline deadline) {
        requireNonNull(name, "name");
        requireNonNull(deadline, "deadline");
        return Optional.ofNullable(cache.getIfPresent(name));
    }

    @Override
    public void put(HashedAuraId name, CachedUser value, Duration timeToLive) {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
        if (requireNonNull(timeToLive, "timeToLive").isNegative() || timeToLive.isZero()) {
            throw new IllegalArgumentException("timeToLive must be positive");
        }
        var unused = expiration.put(name, value, timeToLive);
    }

    @Override
    public void evict(HashedAuraId name) {
        cache.invalidate(requireNonNull(name, "name"));
    }

    @Override
    public String toString() {
        return "CaffeineUserCache[" + cache.estimatedSize() + " values]";
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
