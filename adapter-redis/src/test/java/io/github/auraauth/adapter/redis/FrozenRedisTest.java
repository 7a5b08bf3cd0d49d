package io.github.auraauth.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.UserCache.CachedUser;
import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.user.SampleUsers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Redis that takes connections and commands and answers nothing. */
class FrozenRedisTest {
    private RedisProcess redis;
    private OpenCache cache;

    @BeforeEach
    void start() {
        redis = RedisServers.single();
        cache = Caches.connected(Configs.single(redis));
        Caches.kept(cache, "a");
    }

    @AfterEach
    void stop() {
        cache.close();
        redis.close();
    }

    @Test
    void get_frozenUnderLoad_isAnsweredInTimeAndSoonAtOnce() {
        redis.freeze();
        Timings first = Timings.of(16, 200, this::missAndFill);
        assertThat(first.percentile(90)).as("nobody waits for it any more").isLessThan(RedisCommands.READ_TIMEOUT);
        assertThat(first.percentile(99)).isLessThan(Timings.P99_BOUND);
        assertThat(first.slowest()).isLessThan(Timings.SLOWEST_BOUND);
        Timings later = Timings.of(16, 200, this::missAndFill);
        assertThat(later.percentile(99)).isLessThan(RedisCommands.READ_TIMEOUT);
    }

    @Test
    void get_frozenWithAPool_isAnsweredInTimeAndSoonAtOnce() {
        try (OpenCache pooled = Caches.connected(Configs.withPool(Configs.single(redis), 2, 100))) {
            redis.freeze();
            Timings first = Timings.of(16, 200, () -> Caches.get(pooled, "a"));
            assertThat(first.percentile(99)).isLessThan(Timings.P99_BOUND);
            assertThat(first.slowest()).isLessThan(Timings.SLOWEST_BOUND);
            redis.thaw();
            assertThat(Caches.awaitUse(pooled, "b")).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void get_thawed_isUsedAgainWithinSeconds() {
        redis.freeze();
        Timings.of(16, 20, this::missAndFill);
        assertThat(cache.answers(Caches.requestDeadline())).isFalse();
        redis.thaw();
        assertThat(Caches.awaitUse(cache, "b")).isLessThan(Duration.ofSeconds(5));
        assertThat(Caches.held(cache, "a")).isEqualTo(Caches.value("a"));
    }

    @Test
    void get_thawedInTheMiddle_neverGetsTheAnswerToAnotherCall() {
        List<String> names = List.of("a", "b", "c", "d");
        names.forEach(name -> Caches.kept(cache, name));
        redis.freeze();
        Race.of(16, thread -> Caches.get(cache, names.get(thread % 4)));
        redis.thaw();
        List<Boolean> right = Race.of(16, thread -> {
            String name = names.get(thread % 4);
            for (int i = 0; i < 500; i++) {
                Optional<CachedUser> got = Caches.get(cache, name);
                if (got.isPresent() && !got.equals(Optional.of(Caches.value(name)))) {
                    return false;
                }
            }
            return true;
        });
        assertThat(right).containsOnly(true);
    }

    @Test
    void get_lessTimeLeftThanTheReadTimeout_isNotHeldAgainstRedis() {
        String before = connections();
        redis.freeze();
        for (int i = 0; i < 50; i++) {
            Deadline hurried = Deadline.in(Duration.ofMillis(2), InstantSource.system());
            assertThat(cache.get(SampleUsers.pseudonym("a"), hurried)).isEmpty();
        }
        redis.thaw();
        Eventually.holds("Redis answers", () -> Caches.get(cache, "a").equals(Optional.of(Caches.value("a"))));
        assertThat(connections()).as("the link was not given up").isEqualTo(before);
    }

    @Test
    void putAndEvict_frozen_returnAtOnceHoweverMany() {
        redis.freeze();
        Timings writes = Timings.of(16, 200, () -> {
            cache.put(SampleUsers.pseudonym("b"), Caches.value("b"), Caches.LONG);
            cache.evict(SampleUsers.pseudonym("a"));
        });
        assertThat(writes.percentile(99)).isLessThan(Timings.P99_BOUND);
        assertThat(writes.slowest()).isLessThan(Timings.SLOWEST_BOUND);
        redis.thaw();
        assertThat(Caches.awaitUse(cache, "c")).isLessThan(Duration.ofSeconds(5));
    }

    private String connections() {
        return redis.cli("client", "list")
                .lines()
                .filter(line -> line.contains("name=aura-auth"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.joining());
    }

    private void missAndFill() {
        assertThat(Caches.get(cache, "a")).isEmpty();
        cache.put(SampleUsers.pseudonym("a"), Caches.value("a"), Caches.LONG);
    }
}
