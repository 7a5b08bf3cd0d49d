package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.memory.NoRevocationMirror;
import io.github.auraauth.adapter.memory.NoUserCache;
import io.github.auraauth.adapter.redis.Redis;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import io.github.auraauth.port.out.user.UserCache;
import java.util.Optional;

/**
 * The cache that instances share, where the configuration names a Redis; else one that holds nothing. Redis holds the mirror
 * of the revocations too.
 */
record Caching(UserCache cache, RevocationMirror mirror, Optional<DependencyProbe> probe, Runnable closing)
        implements AutoCloseable {
    static Caching of(Configuration configuration, ClockAndRandom clockAndRandom) {
        if (configuration.redis().isPresent()) {
            Redis redis = Redis.open(
                    configuration.redis().get().adapter(),
                    new AtRestCipher(configuration.keys().encryptionKeys(), clockAndRandom.random()),
                    clockAndRandom.clock());
            return new Caching(redis.userCache(), redis.revocationMirror(), Optional.of(redis), redis::close);
        }
        return new Caching(new NoUserCache(), new NoRevocationMirror(), Optional.empty(), () -> {});
    }

    @Override
    public void close() {
        closing.run();
    }
}
