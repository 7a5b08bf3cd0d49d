package io.github.auraauth.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentinelFailoverTest {
    /** Failover itself takes two to three seconds with the sentinels' settings. */
    private static final Duration FAILOVER_AND_RECONNECT = Duration.ofSeconds(9);

    private SentinelRedis redis;
    private OpenCache cache;

    @BeforeEach
    void start() {
        redis = RedisServers.sentinel(1);
        cache = Caches.connected(Configs.sentinel(redis));
        Caches.kept(cache, "a");
    }

    @AfterEach
    void stop() {
        cache.close();
        redis.close();
    }

    @Test
    void get_masterKilled_isServedByTheNewMasterWithinSeconds() {
        RedisProcess old = redis.master();
        old.kill();
        Timings calls = Timings.of(16, 100, () -> Caches.get(cache, "a"));
        assertThat(calls.slowest()).isLessThan(Timings.SLOWEST_BOUND);
        assertThat(Caches.awaitUse(cache, "b")).isLessThan(FAILOVER_AND_RECONNECT);
        assertThat(redis.master().port()).isNotEqualTo(old.port());
        assertThat(redis.master().cli("dbsize")).isNotEqualTo("0");
    }

    @Test
    void get_masterFrozenAndThawed_isServedByTheNewMasterOnly() {
        RedisProcess old = redis.master();
        old.freeze();
        Timings calls = Timings.of(16, 100, () -> Caches.get(cache, "a"));
        assertThat(calls.slowest()).isLessThan(Timings.SLOWEST_BOUND);
        assertThat(Caches.awaitUse(cache, "b")).isLessThan(FAILOVER_AND_RECONNECT);
        RedisProcess master = redis.master();
        assertThat(master.port()).isNotEqualTo(old.port());
        old.thaw();
        for (int i = 0; i < 20; i++) {
            Caches.kept(cache, "after-" + i);
        }
        String hexOfAfter = "61667465722d";
        assertThat(master.cli("keys", "*").lines().filter(key -> key.contains(hexOfAfter)))
                .hasSize(20);
    }

    @Test
    void open_oneSentinelAway_asksTheOthers() {
        redis.sentinels().get(0).kill();
        try (OpenCache other = Caches.starting(Configs.sentinel(redis))) {
            assertThat(Caches.awaitUse(other, "c")).isLessThan(Duration.ofSeconds(5));
        }
    }
}
