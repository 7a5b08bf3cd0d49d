package io.github.auraauth.adapter.redis;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SentinelRedisContractTest extends RedisContract {
    private static SentinelRedis redis;

    @BeforeAll
    static void start() {
        redis = RedisServers.sentinel(1);
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Override
    RedisConfig config() {
        return Configs.sentinel(redis);
    }

    @Override
    List<RedisProcess> processes() {
        return redis.processes();
    }
}
