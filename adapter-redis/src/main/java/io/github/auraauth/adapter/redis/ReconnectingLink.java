package io.github.auraauth.adapter.redis;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link to Redis, made anew in the background whenever it is lost, for ever. One thread makes and drops links; any
 * number may use the one that is there.
 */
final class ReconnectingLink {
    private static final Logger LOG = LoggerFactory.getLogger(ReconnectingLink.class);

    /** Lettuce gives up much sooner; this is for the case that it does not. */
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(15);

    private static final RedisConfig.Pool SHARED = new RedisConfig.Pool(1, 1);

    private final RedisConfig config;
    private final RedisClients clients;
    private final RedisKeys keys;
    private final EventExecutor worker;
    private volatile @Nullable RedisLink current;
    private @Nullable RedisConnections client;
    private int failures;
    private boolean reportedDown;
    private boolean closed;

    ReconnectingLink(RedisConfig config, RedisClients clients, RedisKeys keys) {
        this.config = config;
        this.clients = clients;
        this.keys = keys;
        this.worker = clients.worker();
    }

    /** Begins to connect and returns. */
    void start() {
        worker.execute(this::attempt);
    }

    /** The link, if there is one now that is not lost. */
    Optional<RedisLink> current() {
        RedisLink link = current;
        return link == null || link.isLost() ? Optional.empty() : Optional.of(link);
    }

    /** Closes the connections and makes no others; done when they are closed. */
    CompletableFuture<Void> close() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (worker.isShuttingDown()) {
            done.complete(null);
            return done;
        }
        worker.execute(() -> {
            closed = true;
            var unused = closeClient().whenComplete((nothing, failure) -> done.complete(null));
        });
        return done;
    }

    @SuppressWarnings("CatchingUnchecked") // whatever happens, another attempt follows
    private void attempt() {
        if (closed) {
            return;
        }
        try {
            connect();
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private void connect() {
        var unusedClosing = closeClient();
        RedisConnections fresh = clients.newClient();
        client = fresh;
        var unused = RedisLink.open(fresh, config.pool().orElse(SHARED), keys.probe())
                .orTimeout(ATTEMPT_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .whenCompleteAsync(this::attempted, worker);
    }

    private void attempted(@Nullable RedisLink link, @Nullable Throwable failure) {
        if (closed) {
            return;
        }
        if (link == null) {
            failed(failure);
        } else {
            made(link);
        }
    }

    private void made(RedisLink link) {
        if (reportedDown) {
            LOG.info("Redis is back");
        }
        failures = 0;
        reportedDown = false;
        current = link;
        var unused = link.lost().thenRunAsync(this::dropped, worker);
    }

    /** The next attempt closes it: calls still at it would contend with the closing. */
    private void dropped() {
        current = null;
        attemptAfter(config.pauseBefore(1));
    }

    private void failed(@Nullable Throwable failure) {
        failures++;
        if (failures >= config.maxReconnectRetries() && !reportedDown) {
            reportedDown = true;
            LOG.warn(
                    "Redis is down: {} attempts to connect failed, the last with {}; still trying every {} ms",
                    failures,
                    String.valueOf(rootOf(failure)),
                    config.maxReconnectInterval().toMillis());
        }
        attemptAfter(config.pauseBefore(failures));
    }

    private void attemptAfter(Duration pause) {
        if (!closed) {
            var unused = worker.schedule(this::attempt, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private CompletableFuture<Void> closeClient() {
        RedisConnections used = client;
        current = null;
        client = null;
        return used == null ? CompletableFuture.completedFuture(null) : used.close();
    }

    private static @Nullable Throwable rootOf(@Nullable Throwable failure) {
        Throwable root = failure;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
