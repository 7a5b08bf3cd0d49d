package io.github.auraauth.adapter.redis;

import io.github.auraauth.domain.secret.Secret;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.netty.util.concurrent.EventExecutor;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes clients of Redis as they are configured, all on the same few threads. */
final class RedisClients {
    /** How long a server may take to accept a connection, and again to answer the first commands on it. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    /** Commands that wait on one connection; beyond, a command is refused at once. */
    private static final int LONGEST_QUEUE = 1_000;

    private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(10);
    private static final int THREADS = 2;
    private static final int SHUTDOWN_SECONDS = 2;

    private final RedisConfig config;
    private final ClientResources resources;
    private final EventExecutor worker;

    RedisClients(RedisConfig config) {
        this.config = config;
        this.resources = ClientResources.builder()
                .eventLoopGroupProvider(new LastingEventLoops(THREADS))
                .computationThreadPoolSize(THREADS)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .reconnectDelay(new Delay() {
                    @Override
                    public Duration createDelay(long attempt) {
                        return config.pauseBefore(attempt);
                    }
                })
                .build();
        this.worker = resources.eventExecutorGroup().next();
    }

    /** The thread on which to decide about clients. */
    EventExecutor worker() {
        return worker;
    }

    /** Ends the threads; waits for it, but not long. */
    void close() {
        resources
                .eventLoopGroupProvider()
                .shutdown(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
        resources
                .shutdown(0, SHUTDOWN_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
    }

    /** A new client, which looks for Redis at the configured hosts only, whatever it once knew. */
    RedisConnections newClient() {
        return config.mode() == RedisMode.CLUSTER ? clusterClient() : nodeClient();
    }

    private RedisConnections nodeClient() {
        RedisClient client = RedisClient.create(resources);
        client.setOptions(common(ClientOptions.builder())
                .autoReconnect(false)
                .timeoutOptions(TimeoutOptions.builder().timeoutCommands(false).build())
                .build());
        RedisURI uri = config.mode() == RedisMode.SENTINEL
                ? sentinelUri()
                : uri(config.hosts().get(0));
        uri.setDatabase(config.database());
        return new NodeConnections(client, uri);
    }

    /**
     * Rejecting commands while a server is away would also reject those by which Lettuce learns the new topology, so
     * the default stays; the queue's bound and the timeout keep it harmless.
     */
    private RedisConnections clusterClient() {
        List<RedisURI> uris = config.hosts().stream().map(this::uri).toList();
        RedisClusterClient client = RedisClusterClient.create(resources, uris);
        client.setOptions((ClusterClientOptions) common(ClusterClientOptions.builder()
                        .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                                .enablePeriodicRefresh(TOPOLOGY_REFRESH)
                                .build()))
                .timeoutOptions(TimeoutOptions.enabled(CONNECT_TIMEOUT))
                .build());
        return new ClusterConnections(client);
    }

    private static ClientOptions.Builder common(ClientOptions.Builder builder) {
        return builder.requestQueueSize(LONGEST_QUEUE)
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .keepAlive(true)
                        .build());
    }

    private RedisURI uri(RedisHost host) {
        return authenticated(RedisURI.Builder.redis(host.host(), host.port()));
    }

    private RedisURI sentinelUri() {
        RedisURI.Builder builder = RedisURI.builder()
                .withSentinelMasterId(config.sentinelInstanceName().orElseThrow());
        for (RedisHost host : config.hosts()) {
            builder.withSentinel(RedisURI.builder()
                    .withHost(host.host())
                    .withPort(host.port())
                    .withTimeout(CONNECT_TIMEOUT)
                    .build());
        }
        return authenticated(builder);
    }

    private RedisURI authenticated(RedisURI.Builder builder) {
        config.password().map(RedisClients::characters).ifPresent(builder::withPassword);
        return builder.withTimeout(CONNECT_TIMEOUT).withClientName("aura-auth").build();
    }

    private static char[] characters(Secret secret) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(secret.reveal()));
        return Arrays.copyOf(decoded.array(), decoded.length());
    }
}
