package io.github.auraauth.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.SampleUsers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterNodeTest {
    private static final List<String> NAMES =
            IntStream.range(0, 30).mapToObj(i -> "n" + i).toList();

    private static ClusterRedis redis;
    private OpenCache cache;

    @BeforeAll
    static void start() {
        redis = RedisServers.cluster();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void connect() {
        cache = Caches.connected(Configs.cluster(redis));
        NAMES.forEach(name -> Caches.kept(cache, name));
    }

    @AfterEach
    void disconnect() {
        cache.close();
        Eventually.holds("the cluster is whole", redis::isWhole);
    }

    @Test
    void put_manyNames_areSpreadOverTheNodes() {
        assertThat(redis.nodes())
                .allSatisfy(node -> assertThat(node.cli("dbsize")).isNotEqualTo("0"));
    }

    @Test
    void get_nodeKilled_othersServeOnAndItIsUsedAgainWhenBack() {
        RedisProcess node = redis.nodes().get(0);
        node.kill();
        assertOthersServe();
        node.restart();
        assertAllServe();
    }

    @Test
    void get_nodeFrozen_othersServeOnAndItIsUsedAgainWhenThawed() {
        RedisProcess node = redis.nodes().get(0);
        node.freeze();
        assertOthersServe();
        node.thaw();
        assertAllServe();
    }

    @Test
    void get_wholeClusterKilled_isAnsweredInTimeAndUsedAgainWhenBack() {
        redis.nodes().forEach(RedisProcess::kill);
        Timings calls = Timings.of(16, 100, () -> Caches.get(cache, "n0"));
        assertThat(calls.percentile(99)).isLessThan(Timings.P99_BOUND);
        assertThat(calls.slowest()).isLessThan(Timings.SLOWEST_BOUND);
        redis.nodes().forEach(RedisProcess::restart);
        Eventually.holds("the cluster is whole", redis::isWhole);
        assertThat(Caches.awaitUse(cache, "n0")).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void get_slotsMovedToAnotherNode_isServedFromThere() {
        RedisProcess from = redis.nodes().get(2);
        String before = from.cli("dbsize");
        redis.move(ClusterRedis.SLOTS * 2 / 3, 3_000, from, redis.nodes().get(1));
        assertThat(from.cli("dbsize")).isNotEqualTo(before);
        NAMES.forEach(name -> assertThat(Caches.held(cache, name)).isEqualTo(Caches.value(name)));
    }

    /** Most names are on the other two nodes; not one call takes long. */
    private void assertOthersServe() {
        Timings calls = Timings.of(16, 30, () -> Caches.get(cache, NAMES.get(0)));
        assertThat(calls.slowest()).isLessThan(Timings.SLOWEST_BOUND);
        Eventually.holds("two thirds are served", () -> served() >= NAMES.size() / 3);
    }

    private void assertAllServe() {
        Eventually.holds("all are served", () -> {
            NAMES.forEach(name -> cache.put(SampleUsers.pseudonym(name), Caches.value(name), Caches.LONG));
            return served() == NAMES.size();
        });
    }

    private long served() {
        return NAMES.stream()
                .filter(name -> Caches.get(cache, name).isPresent())
                .count();
    }
}
