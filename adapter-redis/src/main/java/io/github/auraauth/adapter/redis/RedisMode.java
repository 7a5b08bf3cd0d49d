package io.github.auraauth.adapter.redis;

import java.util.Arrays;
import java.util.Optional;

/** The deployment of Redis, by {@code AURA_REDIS_MODE}. */
public enum RedisMode {
    /** Keys are spread over many masters. */
    CLUSTER,
    /** Sentinels name the master. */
    SENTINEL,
    /** One server. */
    SINGLE;

    /** The mode of that name, or empty. */
    public static Optional<RedisMode> parse(String text) {
        return Arrays.stream(values()).filter(mode -> mode.name().equals(text)).findFirst();
    }
}
