package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.memory.NoRevocationMirror;
import io.github.auraauth.adapter.memory.NoUserCache;
import io.github.auraauth.adapter.redis.Redis;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import io.github.auraauth.port.out.user.UserCache;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The cache that instances share, where the configuration names a Redis; else one that holds nothing. Redis holds the mirror
 * of the revocations too.
 */
record Caching(UserCache cache, RevocationMirror mirror, Optional<Redis> redis) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    static Caching of(Configuration configuration, ClockAndRandom clockAndRandom) {
        if (configuration.redis().isPresent()) {
            Redis redis = Redis.open(
                    configuration.redis().get().adapter(),
                    new AtRestCipher(configuration.keys().encryptionKeys(), clockAndRandom.random()),
                    clockAndRandom.clock());
            return new Caching(redis.userCache(), redis.revocationMirror(), Optional.of(redis));
        }
        return new Caching(new NoUserCache(), new NoRevocationMirror(), Optional.empty());
    }

    /** What the mirror holds; nothing where there is none, or where it cannot be read. */
    static Revocations mirrored(Configuration configuration, ClockAndRandom clockAndRandom) {
        try (Caching caching = of(configuration, clockAndRandom)) {
            Deadline deadline = Deadline.in(PATIENCE, clockAndRandom.clock());
            var unused = caching.problems(deadline);
            return caching.mirror().read(deadline).orElse(Revocations.NONE);
        } catch (Outage away) {
            return Revocations.NONE;
        }
    }

    Optional<DependencyProbe> probe() {
        return redis.map(probe -> probe);
    }

    /** Why Redis cannot be used, in words, by the name of its probe; waits until a first attempt to connect has ended. */
    Map<String, String> problems(Deadline deadline) {
        return redis.flatMap(opened -> opened.problem(deadline).map(problem -> Map.of(opened.name(), problem)))
                .orElse(Map.of());
    }

    @Override
    public void close() {
        redis.ifPresent(Redis::close);
    }
}
