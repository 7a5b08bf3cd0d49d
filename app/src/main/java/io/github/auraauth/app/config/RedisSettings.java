package io.github.auraauth.app.config;

import io.github.auraauth.adapter.redis.RedisConfig;
import io.github.auraauth.adapter.redis.RedisHost;
import io.github.auraauth.adapter.redis.RedisMode;
import io.github.auraauth.app.config.variable.Findings;
import io.github.auraauth.app.config.variable.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of Redis, where there is one.
 *
 * @param adapter where it is, and how it is reached
 * @param timeToLive of what is cached there
 */
public record RedisSettings(RedisConfig adapter, Duration timeToLive) {

    /** Empty when no hosts are given, whatever the mode. A cluster has only database 0. */
    static Optional<RedisSettings> of(Settings settings) {
        if (settings.text("AURA_REDIS_HOSTS").isEmpty()) {
            return Optional.empty();
        }
        RedisMode mode = mode(settings);
        Optional<RedisConfig.PoolSize> pool = settings.flag("AURA_REDIS_USE_CONNECTION_POOL")
                ? Optional.of(new RedisConfig.PoolSize(
                        settings.number("AURA_REDIS_CONNECTION_POOL_MIN"),
                        settings.number("AURA_REDIS_CONNECTION_POOL_MAX")))
                : Optional.empty();
        List<RedisHost> hosts = settings.list("AURA_REDIS_HOSTS").stream()
                .map(host -> RedisHost.parse(host).orElseThrow())
                .toList();
        RedisConfig adapter = new RedisConfig(
                mode,
                hosts,
                settings.text("AURA_REDIS_SENTINEL_INSTANCE_NAME"),
                mode == RedisMode.CLUSTER ? 0 : settings.number("AURA_REDIS_DATABASE"),
                access(settings),
                settings.text("AURA_ENVIRONMENT_PREFIX").orElse(""),
                pool,
                settings.number("AURA_REDIS_MAX_RECONNECT_RETRIES"),
                settings.milliseconds("AURA_REDIS_MAX_RECONNECT_INTERVAL"));
        return Optional.of(new RedisSettings(adapter, settings.seconds("AURA_REDIS_CACHE_TTL")));
    }

    private static RedisConfig.Access access(Settings settings) {
        return new RedisConfig.Access(
                settings.text("AURA_REDIS_USERNAME"),
                settings.secret("AURA_REDIS_PASSWORD"),
                settings.secret("AURA_REDIS_SENTINEL_PASSWORD"),
                settings.flag("AURA_REDIS_TLS")
                        ? Optional.of(new RedisConfig.Tls(settings.text("AURA_REDIS_TLS_CA")))
                        : Optional.empty());
    }

    /** What must hold of them, where there is a Redis. */
    static void check(Settings settings, Findings findings) {
        findings.together("AURA_REDIS_USERNAME", "AURA_REDIS_PASSWORD");
        if (settings.isGiven("AURA_REDIS_TLS_CA") && !settings.flag("AURA_REDIS_TLS")) {
            findings.refuse("AURA_REDIS_TLS", "true, since AURA_REDIS_TLS_CA is set");
        }
        try {
            new RedisConfig.Tls(settings.text("AURA_REDIS_TLS_CA"));
        } catch (IllegalArgumentException e) {
            findings.refuse(
                    "AURA_REDIS_TLS_CA",
                    "a text",
                    "one or more certificates in PEM, or a file of them in AURA_REDIS_TLS_CA_FILE");
        }
    }

    static RedisMode mode(Settings settings) {
        return RedisMode.parse(settings.required("AURA_REDIS_MODE")).orElseThrow();
    }
}
