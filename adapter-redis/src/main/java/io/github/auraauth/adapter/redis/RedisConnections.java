package io.github.auraauth.adapter.redis;

import java.util.concurrent.CompletableFuture;

/** One client of Redis, from which connections are had. Safe for use by many threads. */
interface RedisConnections {

    /**
     * Opens a connection, or fails within some seconds.
     *
     * @param lost called when it will not work any more; not in a cluster, where a connection mends itself
     */
    CompletableFuture<RedisConnection> connect(Runnable lost);

    /** Closes every connection, also those that are still being opened; commands without an answer fail. */
    CompletableFuture<Void> close();
}
