package io.github.auraauth.adapter.redis;

import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Configurations for the servers of a test, with the documented defaults; each method gives a changed copy. */
final class Configs {
    private Configs() {}

    static RedisConfig single(RedisProcess redis) {
        return of(RedisMode.SINGLE, redis.host());
    }

    static RedisConfig sentinel(SentinelRedis redis) {
        return of(RedisMode.SENTINEL, redis.hosts());
    }

    static RedisConfig cluster(ClusterRedis redis) {
        return of(RedisMode.CLUSTER, redis.hosts());
    }

    static RedisConfig of(RedisMode mode, String hosts) {
        List<RedisHost> parsed = Arrays.stream(hosts.split(","))
                .map(host -> RedisHost.parse(host).orElseThrow())
                .toList();
        Optional<String> instance = Optional.of(SentinelRedis.INSTANCE).filter(name -> mode == RedisMode.SENTINEL);
        return new RedisConfig(
                mode, parsed, instance, 0, Optional.empty(), "", Optional.empty(), 25, Duration.ofSeconds(5));
    }

    static RedisConfig withDatabase(RedisConfig from, int database) {
        return changed(from, database, from.password(), from.keyPrefix(), from.pool());
    }

    static RedisConfig withPassword(RedisConfig from, String password) {
        return changed(from, from.database(), Optional.of(Secret.ofText(password)), from.keyPrefix(), from.pool());
    }

    static RedisConfig withPrefix(RedisConfig from, String prefix) {
        return changed(from, from.database(), from.password(), prefix, from.pool());
    }

    static RedisConfig withPool(RedisConfig from, int min, int max) {
        RedisConfig.PoolSize pool = new RedisConfig.PoolSize(min, max);
        return changed(from, from.database(), from.password(), from.keyPrefix(), Optional.of(pool));
    }

    static RedisConfig withReconnects(RedisConfig from, int retries, Duration interval) {
        return new RedisConfig(
                from.mode(),
                from.hosts(),
                from.sentinelInstanceName(),
                from.database(),
                from.password(),
                from.keyPrefix(),
                from.pool(),
                retries,
                interval);
    }

    private static RedisConfig changed(
            RedisConfig from,
            int database,
            Optional<Secret> password,
            String prefix,
            Optional<RedisConfig.PoolSize> pool) {
        return new RedisConfig(
                from.mode(),
                from.hosts(),
                from.sentinelInstanceName(),
                database,
                password,
                prefix,
                pool,
                from.maxReconnectRetries(),
                from.maxReconnectInterval());
    }
}
