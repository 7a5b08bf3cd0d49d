package io.github.auraauth.adapter.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.support.AsyncObjectFactory;
import io.lettuce.core.support.AsyncPool;
import io.lettuce.core.support.BoundedAsyncPool;
import io.lettuce.core.support.BoundedPoolConfig;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The shared connection and, where one is configured, Lettuce's pool of others for reads. A read never waits for a
 * connection: while all of the pool are busy or still being opened it goes over the shared one. Safe for use by many
 * threads.
 */
final class RedisConnections {
    private final RedisConnection shared;
    private final Optional<AsyncPool<RedisConnection>> pool;

    private RedisConnections(RedisConnection shared, Optional<AsyncPool<RedisConnection>> pool) {
        this.shared = shared;
        this.pool = pool;
    }

    /**
     * Opens the shared connection, and tries to open those that the pool must have at once.
     *
     * @param size of the pool together with the shared connection
     */
    static CompletableFuture<RedisConnections> open(RedisClients clients, Optional<RedisConfig.PoolSize> size) {
        Optional<RedisConfig.PoolSize> pooled = size.filter(wanted -> wanted.max() > 1);
        return clients.connect().thenCompose(shared -> {
            RedisConnections opened = new RedisConnections(shared, pooled.map(wanted -> pool(clients, wanted)));
            return opened.fill(pooled.map(wanted -> wanted.min() - 1).orElse(0));
        });
    }

    private static AsyncPool<RedisConnection> pool(RedisClients clients, RedisConfig.PoolSize size) {
        BoundedPoolConfig bounds = BoundedPoolConfig.builder()
                .maxIdle(size.max() - 1)
                .maxTotal(size.max() - 1)
                .build();
        return new BoundedAsyncPool<>(new Factory(clients), bounds);
    }

    /** Lettuce's own minimum is one of idle connections: it would open others as soon as these are used. */
    private CompletableFuture<RedisConnections> fill(int number) {
        CompletableFuture<?>[] opening =
                pool.stream()
                        .flatMap(connections ->
                                Stream.generate(connections::acquire).limit(number))
                        .toList()
                        .stream()
                        .map(acquired -> acquired.thenAccept(this::release))
                        .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(opening).handle((all, failure) -> this);
    }

    /** The value at the key. */
    CompletableFuture<byte[]> get(byte[] key) {
        return pool.map(connections -> get(key, connections.acquire()))
                .orElseGet(() -> shared.send(commands -> commands.get(key)));
    }

    private CompletableFuture<byte[]> get(byte[] key, CompletableFuture<RedisConnection> acquired) {
        if (!acquired.isDone() || acquired.isCompletedExceptionally()) {
            var unused = acquired.thenAccept(this::release);
            return shared.send(commands -> commands.get(key));
        }
        RedisConnection idle = acquired.join();
        CompletableFuture<byte[]> answer = idle.send(commands -> commands.get(key));
        var unused = answer.whenComplete((value, failure) -> release(idle));
        return answer;
    }

    private void release(RedisConnection connection) {
        var unused = pool.map(connections -> connections.release(connection));
    }

    /** Sends a command over the shared connection, after those sent before it. */
    <T> CompletableFuture<T> send(Function<RedisClusterAsyncCommands<byte[], byte[]>, RedisFuture<T>> command) {
        return shared.send(command);
    }

    /** Has that run whenever the shared connection broke. */
    void onDisconnected(Runnable listener) {
        shared.stateful().addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
                listener.run();
            }
        });
    }

    private record Factory(RedisClients clients) implements AsyncObjectFactory<RedisConnection> {
        @Override
        public CompletableFuture<RedisConnection> create() {
            return clients.connect();
        }

        @Override
        public CompletableFuture<Void> destroy(RedisConnection connection) {
            return connection.stateful().closeAsync();
        }

        @Override
        public CompletableFuture<Boolean> validate(RedisConnection connection) {
            return CompletableFuture.completedFuture(connection.stateful().isOpen());
        }
    }
}
