package io.github.auraauth.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.user.SampleUsers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That each value of the configuration acts. */
class RedisSettingsTest {
    private static RedisProcess redis;

    @BeforeAll
    static void start() {
        redis = RedisServers.single();
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
    void put_keyPrefix_standsBeforeTheKey() {
        try (OpenCache cache = Caches.connected(Configs.withPrefix(Configs.single(redis), "pre-"))) {
            Caches.kept(cache, "a");
            assertThat(redis.cli("keys", "*"))
                    .isEqualTo("pre-users:{" + SampleUsers.pseudonym("a").hex() + "}");
        }
    }

    @Test
    void get_otherPrefix_isAMiss() {
        try (OpenCache one = Caches.connected(Configs.withPrefix(Configs.single(redis), "one-"));
                OpenCache two = Caches.connected(Configs.withPrefix(Configs.single(redis), "two-"))) {
            Caches.kept(one, "a");
            assertThat(Caches.get(two, "a")).isEmpty();
        }
    }

    @Test
    void put_database_isTheConfiguredOne() {
        try (OpenCache cache = Caches.connected(Configs.withDatabase(Configs.single(redis), 3))) {
            Caches.kept(cache, "a");
            assertThat(redis.cliIn(3, "dbsize")).isEqualTo("1");
            assertThat(redis.cli("dbsize")).isEqualTo("0");
        }
    }

    @Test
    void put_timeToLive_isTheKeysExpiry() {
        try (OpenCache cache = Caches.connected(Configs.single(redis))) {
            Caches.kept(cache, "a");
            cache.put(SampleUsers.pseudonym("b"), Caches.value("b"), Duration.ofDays(10_000_000));
            Eventually.holds("both are kept", () -> redis.cli("dbsize").equals("2"));
            assertThat(Long.parseLong(redis.cli("pttl", key("a")))).isBetween(3_500_000L, 3_600_000L);
            assertThat(Long.parseLong(redis.cli("ttl", key("b")))).isBetween(364 * 86_400L, 365 * 86_400L);
        }
    }

    @Test
    void open_withPassword_isUsed_andWithAWrongOneOnlyReportedDown() {
        try (RedisProcess guarded = RedisServers.singleWithPassword("fake-pässword");
                OpenCache right = Caches.connected(Configs.withPassword(Configs.single(guarded), "fake-pässword"));
                OpenCache wrong = Caches.starting(Configs.withPassword(Configs.single(guarded), "fake-wrong"))) {
            Caches.kept(right, "a");
            Eventually.holds(
                    "the wrong password is refused",
                    () -> guarded.cli("acl", "log").contains("auth"));
            assertThat(wrong.answers(Caches.requestDeadline())).isFalse();
            assertThat(Caches.get(wrong, "a")).isEmpty();
        }
    }

    @Test
    void open_withoutPool_sharesOneConnection() {
        try (OpenCache cache = Caches.connected(Configs.single(redis))) {
            load(cache);
            assertThat(connections()).isEqualTo(1);
        }
    }

    @Test
    void open_withPool_opensTheFewestAtOnceAndNeverMoreThanTheMost() {
        try (OpenCache cache = Caches.connected(Configs.withPool(Configs.single(redis), 2, 6))) {
            assertThat(connections()).isEqualTo(2);
            Eventually.holds("the pool grows to its bound", () -> {
                load(cache);
                return connections() >= 6;
            });
            load(cache);
            assertThat(connections()).isEqualTo(6);
        }
    }

    @Test
    void open_withPoolOfOne_sharesOneConnection() {
        try (OpenCache cache = Caches.connected(Configs.withPool(Configs.single(redis), 1, 1))) {
            load(cache);
            assertThat(connections()).isEqualTo(1);
        }
    }

    @Test
    void get_manyAtOnceFromAPoolThatGrows_neverOpensMoreThanTheMost() {
        for (int round = 0; round < 20; round++) {
            try (OpenCache cache = Caches.connected(Configs.withPool(Configs.single(redis), 1, 3))) {
                load(cache);
                assertThat(connections()).as("round " + round).isBetween(1L, 3L);
            }
            Eventually.holds("all are closed", () -> connections() == 0);
        }
    }

    @Test
    void evict_withPoolRightAfterAPut_isNotOvertakenByIt() {
        try (OpenCache cache = Caches.connected(Configs.withPool(Configs.single(redis), 4, 4))) {
            Race.of(10, thread -> {
                for (int i = 0; i < 40; i++) {
                    HashedAuraId name = SampleUsers.pseudonym(thread + "-" + i);
                    cache.put(name, Caches.value("a"), Caches.LONG);
                    cache.evict(name);
                }
                return thread;
            });
            Eventually.holds("nothing is left", () -> redis.cli("dbsize").equals("0"));
        }
    }

    private static void load(OpenCache cache) {
        Race.of(20, thread -> {
            for (int i = 0; i < 50; i++) {
                Caches.get(cache, "a");
            }
            return thread;
        });
    }

    private static long connections() {
        return redis.cli("client", "list")
                .lines()
                .filter(line -> line.contains("name=aura-auth"))
                .count();
    }

    private static String key(String name) {
        return "users:{" + SampleUsers.pseudonym(name).hex() + "}";
    }
}
