package io.github.auraauth.adapter.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Connections to the one server, or to the one that the sentinels name as master at the time. */
final class NodeConnections implements RedisConnections {
    private final RedisClient client;
    private final RedisURI uri;
    private volatile boolean closed;

    /** @param client does not reconnect by itself */
    NodeConnections(RedisClient client, RedisURI uri) {
        this.client = client;
        this.uri = uri;
    }

    @Override
    public CompletableFuture<RedisConnection> connect(Runnable lost) {
        return client.connectAsync(ByteArrayCodec.INSTANCE, uri)
                .toCompletableFuture()
                .thenApply(connection -> watched(connection, lost));
    }

    private RedisConnection watched(StatefulRedisConnection<byte[], byte[]> connection, Runnable lost) {
        connection.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> ignored) {
                lost.run();
            }
        });
        if (closed) {
            var unused = connection.closeAsync();
        } else if (!connection.isOpen()) {
            lost.run();
        }
        return new RedisConnection(connection.async());
    }

    @Override
    public CompletableFuture<Void> close() {
        closed = true;
        return client.shutdownAsync(0, 0, TimeUnit.SECONDS);
    }
}
