package io.github.auraauth.adapter.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A connection to a server, or to a cluster's servers, which Lettuce reopens when it breaks. Commands are sent one after
 * the other without waiting for answers. Safe for use by many threads.
 */
record RedisConnection(
        StatefulConnection<byte[], byte[]> stateful, RedisClusterAsyncCommands<byte[], byte[]> commands) {

    /** Sends a command; every failure, also that of sending it, is in the answer. */
    <T> CompletableFuture<T> send(Function<RedisClusterAsyncCommands<byte[], byte[]>, RedisFuture<T>> command) {
        try {
            return command.apply(commands).toCompletableFuture();
        } catch (RedisException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
