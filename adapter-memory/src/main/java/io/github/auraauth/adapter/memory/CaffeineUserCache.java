package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Policy.VarExpiration;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.User;
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

    /** About what one value takes without its texts, the cache's own nodes included. */
    private static final int BYTES_PER_VALUE = 600;

    private final Cache<HashedAuraId, CachedUser> cache;
    private final VarExpiration<HashedAuraId, CachedUser> expiration;

    /**
     * @param mostBytes about how much memory its values may take, positive
     * @param clock by which values age
     */
    public CaffeineUserCache(long mostBytes, InstantSource clock) {
        requireNonNull(clock, "clock");
        if (mostBytes < 1) {
            throw new IllegalArgumentException("mostBytes must be positive");
        }
        this.cache = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((HashedAuraId name, CachedUser value) ->
                        value.user().map(CaffeineUserCache::bytes).orElse(BYTES_PER_VALUE))
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

    /** With two bytes for each character of the texts that callers may make long. */
    private static int bytes(User user) {
        Registration registration = user.registration();
        int characters = user.auraId().value().length()
                + registration.userId().value().length()
                + registration.authorizationId().value().length()
                + registration.authentication().identifier().length();
        return BYTES_PER_VALUE + 2 * characters;
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
