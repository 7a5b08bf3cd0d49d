package io.github.auraauth.adapter.redis;

import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.port.out.user.UserCache.CachedUser;
import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.user.SampleUsers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Caches for tests, and how tests use them. */
final class Caches {
    static final Duration LONG = Duration.ofHours(1);

    private Caches() {}

    /** A cache that has its connection. */
    static OpenCache connected(RedisConfig config) {
        return connected(config, InstantSource.system());
    }

    static OpenCache connected(RedisConfig config, InstantSource clock) {
        OpenCache cache = OpenCache.open(config, cipher("x"), clock);
        awaitAnswer(cache);
        return cache;
    }

    /** A cache as it is just after the start. */
    static OpenCache starting(RedisConfig config) {
        return OpenCache.open(config, cipher("x"), InstantSource.system());
    }

    /** A cipher with a key of that letter. */
    static AtRestCipher cipher(String letter) {
        return new AtRestCipher(EncryptionKeys.of(List.of(Secret.ofText(letter.repeat(32)))), new SecureRandom());
    }

    static void awaitAnswer(OpenCache cache) {
        Eventually.holds("Redis answers", () -> cache.answers(requestDeadline()));
    }

    /** Waits until a value can be put and read, and gives how long that took. */
    static Duration awaitUse(UserCache cache, String name) {
        long start = System.nanoTime();
        Eventually.holds("the cache is used", () -> {
            cache.put(SampleUsers.pseudonym(name), value(name), LONG);
            return get(cache, name).isPresent();
        });
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Puts that person's value and waits until it is there. */
    static CachedUser kept(UserCache cache, String name) {
        awaitUse(cache, name);
        return value(name);
    }

    /** That person's value, which is there; Redis may not find the time for a read at once. */
    static CachedUser held(UserCache cache, String name) {
        List<CachedUser> held = new ArrayList<>();
        Eventually.holds("a value is there", () -> {
            get(cache, name).ifPresent(held::add);
            return !held.isEmpty();
        });
        return held.get(0);
    }

    static Optional<CachedUser> get(UserCache cache, String name) {
        return cache.get(SampleUsers.pseudonym(name), requestDeadline());
    }

    static CachedUser value(String name) {
        Instant registered = Instant.parse("2030-01-02T03:04:05.678Z");
        return new CachedUser(
                Optional.of(SampleUsers.user(name, registered).withoutIdTokenHint()), SampleUsers.provenance(7));
    }

    /** As much time as a request has. */
    static Deadline requestDeadline() {
        return Deadline.in(Duration.ofMillis(1_500), InstantSource.system());
    }
}
