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
                mode, parsed, instance, 0, RedisConfig.Access.OPEN, "", Optional.empty(), 25, Duration.ofSeconds(5));
    }

    static RedisConfig withDatabase(RedisConfig from, int database) {
        return changed(from, database, from.access(), from.keyPrefix(), from.pool());
    }

    static RedisConfig withPassword(RedisConfig from, String password) {
        return withAccess(
                from,
                new RedisConfig.Access(
                        Optional.empty(), Optional.of(Secret.ofText(password)), Optional.empty(), Optional.empty()));
    }

    static RedisConfig withAccess(RedisConfig from, RedisConfig.Access access) {
        return changed(from, from.database(), access, from.keyPrefix(), from.pool());
    }

    static RedisConfig withPrefix(RedisConfig from, String prefix) {
        return changed(from, from.database(), from.access(), prefix, from.pool());
    }

    static RedisConfig withPool(RedisConfig from, int min, int max) {
        RedisConfig.PoolSize pool = new RedisConfig.PoolSize(min, max);
        return changed(from, from.database(), from.access(), from.keyPrefix(), Optional.of(pool));
    }

    static RedisConfig withReconnects(RedisConfig from, int retries, Duration interval) {
        return new RedisConfig(
                from.mode(),
                from.hosts(),
                from.sentinelInstanceName(),
                from.database(),
                from.access(),
                from.keyPrefix(),
                from.pool(),
                retries,
                interval);
    }

    private static RedisConfig changed(
            RedisConfig from,
            int database,
            RedisConfig.Access access,
            String prefix,
            Optional<RedisConfig.PoolSize> pool) {
        return new RedisConfig(
                from.mode(),
                from.hosts(),
                from.sentinelInstanceName(),
                database,
                access,
                prefix,
                pool,
                from.maxReconnectRetries(),
                from.maxReconnectInterval());
    }
}
