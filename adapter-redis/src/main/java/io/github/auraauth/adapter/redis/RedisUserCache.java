package io.github.auraauth.adapter.redis;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.UserCache;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Users cached in Redis, encrypted and bound to their key. A Redis that is frozen, slow or gone costs a call 150 ms at
 * most, and nothing at all once a few calls have met it; it is used again within seconds of its return. Until the first
 * connection is made it is as if Redis were away.
 */
final class RedisUserCache implements UserCache {
    private static final Duration MAX_TIME_TO_LIVE = Duration.ofDays(365);

    private final RedisKeys keys;
    private final RedisCommands redis;
    private final AtRestCipher cipher;
    private final InstantSource clock;

    RedisUserCache(RedisKeys keys, RedisCommands redis, AtRestCipher cipher, InstantSource clock) {
        this.keys = keys;
        this.redis = redis;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public Optional<CachedUser> get(HashedAuraId name, Deadline deadline) {
        byte[] key = keys.user(requireNonNull(name, "name"));
        Duration wait = requireNonNull(deadline, "deadline").remainingUpTo(RedisCommands.READ_TIMEOUT);
        return redis.read(key, wait)
                .flatMap(stored -> cipher.openBytes(stored, place(name)))
                .flatMap(plain -> CachedUserCodec.decode(plain, clock.instant()));
    }

    @Override
    public void put(HashedAuraId name, CachedUser value, Duration timeToLive) {
        byte[] key = keys.user(requireNonNull(name, "name"));
        requireNonNull(value, "value");
        if (requireNonNull(timeToLive, "timeToLive").isZero() || timeToLive.isNegative()) {
            throw new IllegalArgumentException("timeToLive must be positive");
        }
        if (!redis.isUsable()) {
            return;
        }
        Duration life = timeToLive.compareTo(MAX_TIME_TO_LIVE) > 0 ? MAX_TIME_TO_LIVE : timeToLive;
        Instant end = clock.instant().plus(life);
        byte[] enciphered = cipher.sealBytes(CachedUserCodec.encode(value, end), place(name));
        SetArgs expiry = SetArgs.Builder.px(Math.max(1, life.toMillis()));
        var unused = redis.send(commands -> commands.set(key, enciphered, expiry));
    }

    @Override
    public void evict(HashedAuraId name) {
        byte[] key = keys.user(requireNonNull(name, "name"));
        var unused = redis.send(commands -> commands.del(key));
    }

    private static String place(HashedAuraId name) {
        return "cache/users/" + name.hex();
    }
}
