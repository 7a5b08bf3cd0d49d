package io.github.auraauth.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.auraauth.testkit.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A Redis that is away, at the start or later, and comes back. */
class ReturningRedisTest {
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private RedisProcess redis;

    @BeforeEach
    void start() {
        redis = RedisServers.single();
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stop() {
        logger().detachAppender(log);
        redis.close();
    }

    @Test
    void open_redisAway_returnsAtOnceAndIsUsedWhenItComes() {
        redis.kill();
        long start = System.nanoTime();
        try (OpenCache cache = Caches.starting(Configs.single(redis))) {
            assertThat(Caches.get(cache, "a")).isEmpty();
            assertThat(cache.answers(Caches.requestDeadline())).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            redis.restart();
            assertThat(Caches.awaitUse(cache, "a")).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void open_redisFrozen_returnsAtOnceAndIsUsedWhenItThaws() {
        redis.freeze();
        try (OpenCache cache = Caches.starting(Configs.single(redis))) {
            Timings calls = Timings.of(16, 50, () -> Caches.get(cache, "a"));
            assertThat(calls.slowest()).isLessThan(Timings.SLOWEST_BOUND);
            redis.thaw();
            assertThat(Caches.awaitUse(cache, "a")).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void get_killedUnderLoad_isAnsweredInTimeAndUsedAgainAfterARestart() {
        try (OpenCache cache = Caches.connected(Configs.single(redis))) {
            Caches.kept(cache, "a");
            redis.kill();
            Timings calls =
                    Timings.of(16, 200, () -> assertThat(Caches.get(cache, "a")).isEmpty());
            assertThat(calls.percentile(99)).isLessThan(Timings.P99_BOUND);
            assertThat(calls.slowest()).isLessThan(Timings.SLOWEST_BOUND);
            redis.restart();
            assertThat(Caches.awaitUse(cache, "b")).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void get_connectionsClosedByRedis_isUsedAgain() {
        try (OpenCache cache = Caches.connected(Configs.withPool(Configs.single(redis), 2, 4))) {
            Caches.kept(cache, "a");
            redis.cli("client", "kill", "type", "normal");
            assertThat(Caches.awaitUse(cache, "b")).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void open_connectionClosedByRedisAndNoCall_isConnectedAnew() {
        try (OpenCache cache = Caches.connected(Configs.single(redis))) {
            String before = connections();
            redis.cli("client", "kill", "type", "normal");
            Eventually.holds(
                    "there is another connection",
                    () -> !connections().isEmpty() && !connections().equals(before));
            Caches.awaitAnswer(cache);
        }
    }

    @Test
    void get_restoredFromDisk_givesTheOldProvenance() {
        try (RedisProcess durable = RedisServers.singleWithPersistence();
                OpenCache cache = Caches.connected(Configs.single(durable))) {
            Caches.kept(cache, "a");
            durable.kill();
            assertThat(Caches.get(cache, "a")).isEmpty();
            durable.restart();
            Caches.awaitAnswer(cache);
            assertThat(Caches.held(cache, "a").provenance())
                    .isEqualTo(Caches.value("a").provenance());
        }
    }

    @Test
    void open_redisAwayForLong_isReportedOnceAfterTheRetriesAndTriedOn() {
        redis.kill();
        Duration interval = Duration.ofMillis(100);
        try (OpenCache cache = Caches.starting(Configs.withReconnects(Configs.single(redis), 5, interval))) {
            Eventually.holds("Redis is reported down", () -> !messages().isEmpty());
            assertThat(messages()).singleElement().asString().contains("Redis is down: 5 attempts", "every 100 ms");
            assertThat(cache.answers(Caches.requestDeadline())).isFalse();
            redis.restart();
            assertThat(Caches.awaitUse(cache, "a")).isLessThan(Duration.ofSeconds(5));
            assertThat(messages()).hasSize(2).last().isEqualTo("Redis is back");
        }
    }

    @Test
    void close_whateverTheState_endsSoonAndLaterCallsAreMisses() {
        for (boolean frozen : new boolean[] {false, true}) {
            OpenCache cache = Caches.connected(Configs.single(redis));
            if (frozen) {
                redis.freeze();
            }
            long start = System.nanoTime();
            cache.close();
            cache.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            assertThat(Caches.get(cache, "a")).isEmpty();
            assertThat(cache.answers(Caches.requestDeadline())).isFalse();
        }
    }

    private String connections() {
        return redis.cli("client", "list")
                .lines()
                .filter(line -> line.contains("name=aura-auth"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.joining());
    }

    private List<String> messages() {
        return List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(RedisConnector.class);
    }
}
