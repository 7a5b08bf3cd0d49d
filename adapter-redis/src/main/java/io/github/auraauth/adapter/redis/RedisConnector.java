package io.github.auraauth.adapter.redis;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects to Redis and tells whether it is usable: from its first answer until its connection breaks or most reads fail,
 * and again as soon as a probe in the background is answered. Lettuce reopens a connection that broke, but it neither retries
 * a first connection that failed nor gives up one on which nothing is answered; this class does. Attempts are made by one
 * thread; safe for use by many.
 */
final class RedisConnector {
    private static final Logger LOG = LoggerFactory.getLogger(RedisConnector.class);

    /** Lettuce gives up a first connection much sooner; this is for the case that it does not. */
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(15);

    private final RedisConfig config;
    private final RedisClients clients;
    private final RedisKeys keys;
    private final EventExecutor worker;
    private final AtomicReference<@Nullable RedisConnections> usable = new AtomicReference<>();

    private final ConnectProblem problem = new ConnectProblem();

    // Used by the worker only.
    private @Nullable CompletableFuture<RedisConnections> opening;
    private @Nullable Future<?> next;
    private int failures;
    private boolean reportedDown;
    private boolean closed;

    RedisConnector(RedisConfig config, RedisClients clients, RedisKeys keys) {
        this.config = config;
        this.clients = clients;
        this.keys = keys;
        this.worker = clients.worker();
    }

    /** Begins to connect and returns. */
    void start() {
        clients.onConnected(() -> onWorker(this::probeSoonerAfterFailures));
        onWorker(this::attempt);
    }

    /** The connections, if Redis has answered on them and has not failed since. */
    Optional<RedisConnections> usable() {
        return Optional.ofNullable(usable.get());
    }

    ConnectProblem problem() {
        return problem;
    }

    /** Gives up connections on which nothing is answered; Lettuce opens others. */
    void giveUp() {
        disconnected();
        clients.breakConnections();
    }

    /** Makes no more attempts. */
    void close() {
        usable.set(null);
        onWorker(() -> {
            closed = true;
            usable.set(null);
        });
    }

    @SuppressWarnings("CatchingUnchecked") // whatever happens, another attempt follows
    private void attempt() {
        if (closed) {
            return;
        }
        try {
            var unused = connections()
                    .thenCompose(this::probed)
                    .orTimeout(ATTEMPT_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                    .whenCompleteAsync(this::attempted, worker);
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    /** The connections that were opened before; else another attempt to open them. */
    private CompletableFuture<RedisConnections> connections() {
        CompletableFuture<RedisConnections> known = opening;
        if (known == null || known.isCompletedExceptionally()) {
            known = RedisConnections.open(clients, config.pool()).thenApply(this::watched);
            opening = known;
        }
        return known;
    }

    /** In a cluster the connection to one server says nothing about the others. */
    private RedisConnections watched(RedisConnections opened) {
        if (config.mode() != RedisMode.CLUSTER) {
            opened.onDisconnected(this::disconnected);
        }
        return opened;
    }

    private CompletableFuture<RedisConnections> probed(RedisConnections connections) {
        return connections
                .send(commands -> commands.get(keys.probe()))
                .orTimeout(RedisClients.CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(answered -> connections);
    }

    private void attempted(@Nullable RedisConnections connections, @Nullable Throwable failure) {
        if (closed || usable.get() != null) { // another attempt was faster
            return;
        }
        if (connections == null) {
            failed(failure);
            return;
        }
        if (reportedDown) {
            LOG.info("Redis is back");
        }
        failures = 0;
        reportedDown = false;
        usable.set(connections);
        problem.solved();
    }

    private void disconnected() {
        if (usable.getAndSet(null) != null) {
            onWorker(() -> attemptAfter(config.pauseBefore(1)));
        }
    }

    private void probeSoonerAfterFailures() {
        if (failures > 0) {
            attemptAfter(Duration.ZERO);
        }
    }

    private void failed(@Nullable Throwable failure) {
        problem.found(ConnectFailure.of(failure, config.access().tls().isPresent()));
        Throwable root = rootOf(failure);
        if (root instanceof TimeoutException) {
            clients.breakConnections();
        }
        failures++;
        if (failures >= config.maxReconnectRetries() && !reportedDown) {
            reportedDown = true;
            LOG.warn(
                    "Redis is down: {} attempts to connect failed, the last with {}; still trying every {} ms",
                    failures,
                    String.valueOf(root),
                    config.maxReconnectInterval().toMillis());
        }
        attemptAfter(config.pauseBefore(failures));
    }

    private void attemptAfter(Duration pause) {
        if (next != null) {
            next.cancel(false);
        }
        if (!closed) {
            next = worker.schedule(this::attempt, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void onWorker(Runnable task) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException ended) {
            // closed, so that nothing is left to decide
        }
    }

    private static @Nullable Throwable rootOf(@Nullable Throwable failure) {
        Throwable root = failure;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
