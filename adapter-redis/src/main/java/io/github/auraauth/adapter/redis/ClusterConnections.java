package io.github.auraauth.adapter.redis;

import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Connections to a cluster, each of which holds one to every server that it needs and follows the cluster's changes. */
final class ClusterConnections implements RedisConnections {
    private final RedisClusterClient client;
    private final CompletionStage<Void> topology;
    private volatile boolean closed;

    /** Asks for the topology at once. */
    ClusterConnections(RedisClusterClient client) {
        this.client = client;
        this.topology = client.refreshPartitionsAsync();
    }

    @Override
    public CompletableFuture<RedisConnection> connect(Runnable lost) {
        return topology.thenCompose(known -> client.connectAsync(ByteArrayCodec.INSTANCE))
                .toCompletableFuture()
                .thenApply(this::closedIfLate);
    }

    private RedisConnection closedIfLate(StatefulRedisClusterConnection<byte[], byte[]> connection) {
        if (closed) {
            var unused = connection.closeAsync();
        }
        return new RedisConnection(connection.async());
    }

    @Override
    public CompletableFuture<Void> close() {
        closed = true;
        return client.shutdownAsync(0, 0, TimeUnit.SECONDS);
    }
}
