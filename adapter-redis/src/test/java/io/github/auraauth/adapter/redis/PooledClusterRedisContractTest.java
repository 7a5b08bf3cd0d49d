package io.github.auraauth.adapter.redis;

import io.github.auraauth.testkit.Eventually;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PooledClusterRedisContractTest extends RedisContract {
    private static ClusterRedis redis;

    @BeforeAll
    static void start() {
        redis = RedisServers.cluster();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Override
    RedisConfig config() {
        return Configs.withPool(Configs.cluster(redis), 2, 3);
    }

    @Override
    List<RedisProcess> processes() {
        return redis.nodes();
    }

    @Override
    void awaitRecovery() {
        Eventually.holds("the cluster is whole", redis::isWhole);
    }
}
