package io.github.auraauth.app.config;

import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is configured of Redis, where there is one.
 *
 * @param sentinelInstanceName always there in the mode of sentinels
 * @param keyPrefix before every key, maybe empty
 * @param pool absent: one shared connection
 * @param maxReconnectRetries failed attempts after which Redis is reported down
 * @param maxReconnectInterval longest pause between attempts
 */
public record RedisSettings(
        Mode mode,
        List<Host> hosts,
        Optional<String> sentinelInstanceName,
        int database,
        Optional<Secret> password,
        String keyPrefix,
        Optional<Pool> pool,
        Duration timeToLive,
        int maxReconnectRetries,
        Duration maxReconnectInterval) {
    public RedisSettings {
        hosts = List.copyOf(hosts);
    }

    /** What the hosts are. */
    public enum Mode {
        SINGLE,
        SENTINEL,
        CLUSTER
    }

    /** A host name or address literal without brackets, and a port. */
    public record Host(String name, int port) {
        static Host parse(String text) {
            int colon = text.lastIndexOf(':');
            String name = text.substring(0, colon);
            boolean literal = name.startsWith("[");
            return new Host(
                    literal ? name.substring(1, name.length() - 1) : name, Integer.parseInt(text.substring(colon + 1)));
        }
    }

    /** Bounds of the number of connections. */
    public record Pool(int min, int max) {}

    /** Empty when no hosts are given, whatever the mode. A cluster has only database 0. */
    static Optional<RedisSettings> of(Settings settings) {
        if (settings.text("AURA_REDIS_HOSTS").isEmpty()) {
            return Optional.empty();
        }
        Mode mode = Mode.valueOf(settings.required("AURA_REDIS_MODE"));
        Pool pool = new Pool(
                settings.number("AURA_REDIS_CONNECTION_POOL_MIN"), settings.number("AURA_REDIS_CONNECTION_POOL_MAX"));
        return Optional.of(new RedisSettings(
                mode,
                settings.list("AURA_REDIS_HOSTS").stream().map(Host::parse).toList(),
                settings.text("AURA_REDIS_SENTINEL_INSTANCE_NAME"),
                mode == Mode.CLUSTER ? 0 : settings.number("AURA_REDIS_DATABASE"),
                settings.secret("AURA_REDIS_PASSWORD"),
                settings.text("AURA_ENVIRONMENT_PREFIX").orElse(""),
                Optional.of(pool).filter(bounds -> settings.flag("AURA_REDIS_USE_CONNECTION_POOL")),
                settings.seconds("AURA_REDIS_CACHE_TTL"),
                settings.number("AURA_REDIS_MAX_RECONNECT_RETRIES"),
                settings.milliseconds("AURA_REDIS_MAX_RECONNECT_INTERVAL")));
    }
}
