package io.github.auraauth.adapter.redis;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SingleRedisContractTest extends RedisContract {
    private static RedisProcess redis;

    @BeforeAll
    static void start() {
        redis = RedisServers.single();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Override
    RedisConfig config() {
        return Configs.single(redis);
    }

    @Override
    List<RedisProcess> processes() {
        return List.of(redis);
    }
}
