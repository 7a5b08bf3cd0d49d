package io.github.auraauth.adapter.redis;

/**
 * Starts real Redis servers for tests, in each mode that the service knows. They keep nothing on disk unless asked to,
 * and end when they are closed.
 */
public final class RedisServers {
    private RedisServers() {}

    /** One server. */
    public static RedisProcess single() {
        return RedisProcess.server(FreePorts.next());
    }

    /** One server that wants a password. */
    public static RedisProcess singleWithPassword(String password) {
        return RedisProcess.serverWithPassword(FreePorts.next(), password);
    }

    /** One server that has every write on disk before it answers, so that it has it again after a restart. */
    public static RedisProcess singleWithPersistence() {
        return RedisProcess.server(FreePorts.next(), "--appendonly", "yes", "--appendfsync", "always");
    }

    /** A master, that many replicas, and three sentinels of which two must agree. */
    public static SentinelRedis sentinel(int replicas) {
        return SentinelRedis.start(replicas);
    }

    /** Three masters without replicas; two go on with their keys when the third is away. */
    public static ClusterRedis cluster() {
        return ClusterRedis.start();
    }
}
