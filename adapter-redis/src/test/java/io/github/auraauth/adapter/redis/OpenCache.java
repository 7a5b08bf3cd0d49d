package io.github.auraauth.adapter.redis;

import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import io.github.auraauth.port.out.user.UserCache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** A user cache with the link that it is kept over. */
record OpenCache(Redis redis) implements UserCache, DependencyProbe, AutoCloseable {
    static OpenCache open(RedisConfig config, AtRestCipher cipher, InstantSource clock) {
        return new OpenCache(Redis.open(config, cipher, clock));
    }

    RevocationMirror mirror() {
        return redis.revocationMirror();
    }

    @Override
    public Optional<CachedUser> get(HashedAuraId name, Deadline deadline) {
        return redis.userCache().get(name, deadline);
    }

    @Override
    public void put(HashedAuraId name, CachedUser value, Duration timeToLive) {
        redis.userCache().put(name, value, timeToLive);
    }

    @Override
    public void evict(HashedAuraId name) {
        redis.userCache().evict(name);
    }

    @Override
    public String name() {
        return redis.name();
    }

    @Override
    public boolean isNeeded() {
        return redis.isNeeded();
    }

    @Override
    public boolean answers(Deadline deadline) {
        return redis.answers(deadline);
    }

    @Override
    public void close() {
        redis.close();
    }
}
