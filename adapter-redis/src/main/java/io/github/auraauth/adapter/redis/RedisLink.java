package io.github.auraauth.adapter.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowSynchronizationStrategy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A Redis that answered when the link was made. When a connection breaks, or most of the last reads failed, the link is
 * lost for good and must be closed: so whatever piled up on it is gone, and no late answer reaches anyone. Safe for use by
 * many threads.
 */
final class RedisLink {
    /** How long a read may take; one that had so much time and no answer counts as failed. */
    static final Duration PATIENCE = Duration.ofMillis(150);

    private static final byte[] NOTHING = {};

    /** The threshold is so high that one frozen server of a cluster's three does not cut off the other two. */
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .failureRateThreshold(75)
            .slidingWindow(20, 8, SlidingWindowType.COUNT_BASED, SlidingWindowSynchronizationStrategy.LOCK_FREE)
            .build();

    private final ConnectionPool pool;
    private final CompletableFuture<Void> lost;
    private final CircuitBreaker breaker = CircuitBreaker.of("redis", BREAKER);

    private RedisLink(ConnectionPool pool, CompletableFuture<Void> lost) {
        this.pool = pool;
        this.lost = lost;
        breaker.getEventPublisher().onStateTransition(opened -> lost.complete(null));
    }

    /** Makes a link, if Redis takes connections and answers a read of {@code probe}. */
    static CompletableFuture<RedisLink> open(RedisConnections client, RedisConfig.Pool size, byte[] probe) {
        CompletableFuture<Void> lost = new CompletableFuture<>();
        return ConnectionPool.open(client, size, () -> lost.complete(null))
                .thenCompose(pool -> pool.idlest()
                        .send(commands -> commands.get(probe))
                        .thenApply(answered -> new RedisLink(pool, lost)));
    }

    /** Whether nothing more may be sent over it. */
    boolean isLost() {
        return lost.isDone();
    }

    /** Done when the link is lost; done already if it was lost before anyone asked. */
    CompletionStage<Void> lost() {
        return lost;
    }

    /** The value, without bytes when there is none; empty when no answer came in time. */
    Optional<byte[]> read(byte[] key, Duration wait) {
        if (wait.isZero() || !breaker.tryAcquirePermission()) {
            return Optional.empty();
        }
        CompletableFuture<byte[]> answer = pool.idlest().send(commands -> commands.get(key));
        try {
            byte[] value = answer.get(wait.toNanos(), TimeUnit.NANOSECONDS);
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            return Optional.of(value == null ? NOTHING : value);
        } catch (TimeoutException e) {
            answer.cancel(false);
            if (wait.compareTo(PATIENCE) >= 0) {
                breaker.onError(0, TimeUnit.NANOSECONDS, e);
            }
        } catch (ExecutionException | CancellationException e) {
            breaker.onError(0, TimeUnit.NANOSECONDS, e);
        } catch (InterruptedException e) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** Sends a command about the key, after those sent before it; the caller waits for the answer. */
    <T> CompletableFuture<T> send(
            byte[] key, Function<RedisClusterAsyncCommands<byte[], byte[]>, RedisFuture<T>> command) {
        return pool.fixedFor(key).send(command);
    }

    /** Sends a command that changes the key, after those sent before it, and does not wait for it. */
    void write(byte[] key, Function<RedisClusterAsyncCommands<byte[], byte[]>, RedisFuture<?>> command) {
        var unused = pool.fixedFor(key).send(command::apply);
    }
}
