package io.github.auraauth.adapter.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.io.ByteArrayInputStream;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Opens connections to Redis as it is configured: to one server, to the one that the sentinels name as master at the
 * time, or to a cluster. They share Lettuce's client and a few threads, and Lettuce reopens those that break. Safe for use
 * by many threads.
 */
final class RedisClients {
    /** How long a server may take to accept a connection, and again to answer the first commands on it. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** Commands that wait on one connection; beyond, a command is refused at once. */
    private static final int MAX_QUEUE = 1_000;

    private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(10);
    private static final int THREADS = 2;
    private static final int SHUTDOWN_SECONDS = 2;

    private final RedisConfig config;
    private final ChannelGroup channels = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
    private final ClientResources resources;
    private final AbstractRedisClient client;
    private final Supplier<CompletionStage<RedisConnection>> opener;

    RedisClients(RedisConfig config) {
        this.config = config;
        this.resources = resources();
        if (config.mode() == RedisMode.CLUSTER) {
            RedisClusterClient cluster = clusterClient();
            this.client = cluster;
            this.opener = () -> cluster.refreshPartitionsAsync()
                    .thenCompose(known -> cluster.connectAsync(ByteArrayCodec.INSTANCE))
                    .thenApply(opened -> new RedisConnection(opened, opened.async()));
        } else {
            RedisClient node = nodeClient();
            RedisURI uri = RedisUris.node(config);
            this.client = node;
            this.opener = () -> node.connectAsync(ByteArrayCodec.INSTANCE, uri)
                    .thenApply(opened -> new RedisConnection(opened, opened.async()));
        }
    }

    /** A thread for what must be decided one after the other. */
    EventExecutor worker() {
        return resources.eventExecutorGroup().next();
    }

    /** Opens a connection, or fails within some seconds. */
    CompletableFuture<RedisConnection> connect() {
        return opener.get().toCompletableFuture();
    }

    /** Has that run whenever a connection was opened or reopened. */
    void onConnected(Runnable listener) {
        client.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress server) {
                listener.run();
            }
        });
    }

    /** Breaks every open connection; Lettuce reopens them, and asks the sentinels for the master again. */
    void breakConnections() {
        var unused = channels.close();
    }

    /** Closes every connection and ends the threads; waits for it, but not long. */
    void close() {
        var unused = client.shutdownAsync(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS)
                .completeOnTimeout(null, SHUTDOWN_SECONDS, TimeUnit.SECONDS)
                .join();
        resources
                .shutdown(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }

    private ClientResources resources() {
        return ClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .reconnectDelay(new Delay() {
                    @Override
                    public Duration createDelay(long attempt) {
                        return config.pauseBefore(attempt);
                    }
                })
                .nettyCustomizer(new NettyCustomizer() {
                    @Override
                    public void afterChannelInitialized(Channel channel) {
                        channels.add(channel);
                    }
                })
                .build();
    }

    private RedisClient nodeClient() {
        RedisClient node = RedisClient.create(resources);
        node.setOptions(common(ClientOptions.builder())
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.builder().timeoutCommands(false).build())
                .build());
        return node;
    }

    /**
     * Rejecting commands while a server is away would also reject those by which Lettuce learns the new topology, so
     * the default stays; the queue's bound and the timeout keep it harmless.
     */
    private RedisClusterClient clusterClient() {
        RedisClusterClient cluster = RedisClusterClient.create(resources, RedisUris.cluster(config));
        cluster.setOptions((ClusterClientOptions) common(ClusterClientOptions.builder()
                        .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                                .enablePeriodicRefresh(TOPOLOGY_REFRESH)
                                .build()))
                .timeoutOptions(TimeoutOptions.enabled(CONNECT_TIMEOUT))
                .build());
        return cluster;
    }

    private ClientOptions.Builder common(ClientOptions.Builder builder) {
        config.access()
                .tls()
                .flatMap(RedisConfig.Tls::authorities)
                .map(pem -> pem.getBytes(StandardCharsets.UTF_8))
                .ifPresent(pem -> builder.sslOptions(SslOptions.builder()
                        .trustManager(() -> new ByteArrayInputStream(pem))
                        .build()));
        return builder.requestQueueSize(MAX_QUEUE)
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .keepAlive(true)
                        .build());
    }
}
