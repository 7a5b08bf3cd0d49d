package io.github.auraauth.adapter.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A connection to a server or to a cluster's servers, over which commands go one after the other without waiting for
 * answers. Safe for use by many threads.
 */
final class RedisConnection {
    private final RedisClusterAsyncCommands<byte[], byte[]> commands;
    private final AtomicInteger unanswered = new AtomicInteger();

    RedisConnection(RedisClusterAsyncCommands<byte[], byte[]> commands) {
        this.commands = commands;
    }

    /** Sends a command; every failure, also that of sending it, is in the answer. */
    <T> CompletableFuture<T> send(Function<RedisClusterAsyncCommands<byte[], byte[]>, RedisFuture<T>> command) {
        CompletableFuture<T> answer;
        unanswered.incrementAndGet();
        try {
            answer = command.apply(commands).toCompletableFuture();
        } catch (RedisException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        var unused = answer.whenComplete((value, failure) -> unanswered.decrementAndGet());
        return answer;
    }

    /** How many commands wait for their answer. */
    int unanswered() {
        return unanswered.get();
    }
}
