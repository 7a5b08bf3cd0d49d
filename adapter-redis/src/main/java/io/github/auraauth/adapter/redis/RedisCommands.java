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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Reads from Redis and sends it commands while it is usable. When most of the last reads failed, its connections are given
 * up, so that nothing is sent until it answers again. Safe for use by many threads.
 */
final class RedisCommands {
    /** How long a read may take; one that had so much time and no answer counts as failed. */
    static final Duration READ_TIMEOUT = Duration.ofMillis(150);

    private static final byte[] NOTHING = {};

    /** The threshold is so high that one frozen server of a cluster's three does not cut off the other two. */
    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .failureRateThreshold(75)
            .slidingWindow(20, 8, SlidingWindowType.COUNT_BASED, SlidingWindowSynchronizationStrategy.LOCK_FREE)
            .build();

    private final RedisConnector connector;
    private final CircuitBreaker breaker = CircuitBreaker.of("redis", BREAKER);

    RedisCommands(RedisConnector connector) {
        this.connector = connector;
        breaker.getEventPublisher().onStateTransition(changed -> {
            if (changed.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                connector.giveUp();
                breaker.reset();
            }
        });
    }

    /** Whether anything can be sent now. */
    boolean isUsable() {
        return connector.usable().isPresent();
    }

    /** The value, without bytes when there is none; empty when no answer came in time. */
    Optional<byte[]> read(byte[] key, Duration wait) {
        Optional<RedisConnections> redis = connector.usable();
        if (redis.isEmpty() || wait.isZero() || !breaker.tryAcquirePermission()) {
            return Optional.empty();
        }
        CompletableFuture<byte[]> answer = redis.get().get(key);
        try {
            byte[] value = answer.get(wait.toNanos(), TimeUnit.NANOSECONDS);
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            return Optional.of(value == null ? NOTHING : value);
        } catch (TimeoutException e) {
            answer.cancel(false);
            if (wait.compareTo(READ_TIMEOUT) >= 0) {
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

    /** Sends a command after those sent before it; fails at once while Redis cannot be used. */
    <T> CompletableFuture<T> send(Function<RedisClusterAsyncCommands<byte[], byte[]>, RedisFuture<T>> command) {
        return connector
                .usable()
                .map(redis -> redis.send(command))
                .orElseGet(() -> CompletableFuture.failedFuture(new IllegalStateException("there is no connection")));
    }
}
