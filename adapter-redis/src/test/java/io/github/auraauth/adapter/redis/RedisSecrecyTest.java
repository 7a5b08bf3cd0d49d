package io.github.auraauth.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.out.user.UserCache.CachedUser;
import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.SampleUsers;
import io.github.auraauth.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What someone with Redis in hand can read and change: nothing that is believed. */
class RedisSecrecyTest {
    private static RedisProcess redis;

    @BeforeAll
    static void start() {
        redis = RedisServers.singleWithPersistence();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void clear() {
        redis.cli("flushall");
    }

    @Test
    void put_user_leavesNothingReadable() {
        try (OpenCache cache = Caches.connected(Configs.single(redis))) {
            User user = Caches.kept(cache, "a").user().orElseThrow();
            Registration registration = user.registration();
            String written = written();
            assertThat(written).contains(SampleUsers.pseudonym("a").hex());
            for (String secret : List.of(
                    user.auraId().value(),
                    user.auraGlobalId().text(),
                    registration.channelId().text(),
                    registration.userId().value(),
                    registration.authorizationId().value(),
                    registration.authentication().identifier(),
                    "fake-",
                    "email")) {
                assertThat(written).doesNotContain(secret);
            }
        }
    }

    @Test
    void put_sameUserTwice_isWrittenDifferently() {
        try (OpenCache cache = Caches.connected(Configs.single(redis), SettableClock.startingNow())) {
            Caches.kept(cache, "a");
            String first = dump("a");
            cache.put(SampleUsers.pseudonym("a"), Caches.value("a"), Caches.LONG);
            Eventually.holds("it is written anew", () -> !dump("a").equals(first));
        }
    }

    @Test
    void get_valueMovedToAnotherKey_isAMiss() {
        try (OpenCache cache = Caches.connected(Configs.single(redis))) {
            Caches.kept(cache, "a");
            assertThat(redis.cli("copy", key("a"), key("b"))).isEqualTo("1");
            assertThat(Caches.get(cache, "b")).isEmpty();
            assertThat(Caches.held(cache, "a")).isEqualTo(Caches.value("a"));
        }
    }

    @Test
    void get_valueUnderAnotherEncryptionKey_isAMiss() {
        try (OpenCache cache = Caches.connected(Configs.single(redis));
                OpenCache other = OpenCache.open(Configs.single(redis), Caches.cipher("y"), InstantSource.system())) {
            Caches.awaitAnswer(other);
            Caches.kept(cache, "a");
            assertThat(Caches.get(other, "a")).isEmpty();
        }
    }

    @Test
    void get_foreignOrChangedValue_isAMissAndCanBeReplaced() {
        try (OpenCache cache = Caches.connected(Configs.single(redis))) {
            for (String foreign : List.of("", "x", "x".repeat(10_000))) {
                redis.cli("set", key("a"), foreign);
                assertThat(Caches.get(cache, "a")).isEmpty();
            }
            CachedUser value = Caches.kept(cache, "a");
            redis.cli("setrange", key("a"), "30", "?!");
            assertThat(Caches.get(cache, "a")).isEmpty();
            assertThat(Caches.kept(cache, "a")).isEqualTo(value);
        }
    }

    @Test
    void get_keyOfAnotherType_isAMissAndCanBeReplaced() {
        try (OpenCache cache = Caches.connected(Configs.single(redis))) {
            redis.cli("lpush", key("a"), "x");
            assertThat(Caches.get(cache, "a")).isEmpty();
            Caches.kept(cache, "a");
        }
    }

    @Test
    void get_valueThatRedisKeepsTooLong_endsByItsOwnTime() {
        SettableClock clock = SettableClock.startingNow();
        try (OpenCache cache = Caches.connected(Configs.single(redis), clock)) {
            cache.put(SampleUsers.pseudonym("a"), Caches.value("a"), Duration.ofSeconds(60));
            Eventually.holds("it is kept", () -> Caches.get(cache, "a").isPresent());
            redis.cli("persist", key("a"));
            redis.kill();
            redis.restart();
            Caches.awaitAnswer(cache);
            clock.advance(Duration.ofMillis(59_999));
            assertThat(Caches.held(cache, "a")).isEqualTo(Caches.value("a"));
            clock.advance(Duration.ofMillis(1));
            assertThat(Caches.get(cache, "a")).isEmpty();
            assertThat(redis.cli("exists", key("a"))).isEqualTo("1");
        }
    }

    private static String dump(String name) {
        return redis.cli("get", key(name));
    }

    /** The log of everything that was ever written, byte by byte. */
    private static String written() {
        return new String(redis.appended(), StandardCharsets.ISO_8859_1);
    }

    private static String key(String name) {
        return "users:{" + SampleUsers.pseudonym(name).hex() + "}";
    }
}
