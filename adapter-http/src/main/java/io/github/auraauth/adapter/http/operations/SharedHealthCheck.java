package io.github.auraauth.adapter.http.operations;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.health.Health;
import io.github.auraauth.port.in.health.HealthReport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the dependencies for everybody who asks: whoever asks within a second of the last look gets what it found, and
 * whoever asks during one gets what it finds. Safe for use by many threads.
 */
final class SharedHealthCheck {
    private static final Duration MOST_AGE = Duration.ofSeconds(1);
    private static final Duration TIME_TO_LOOK = Duration.ofSeconds(1);
    /** After it a look that does not keep to its time is given up, so that its callers are not kept in memory. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Health health;
    private final InstantSource clock;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, PATIENCE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), SharedHealthCheck::named);
    private @Nullable Look last;

    SharedHealthCheck(Health health, InstantSource clock) {
        this.health = health;
        this.clock = clock;
        thread.allowCoreThreadTimeOut(true);
    }

    /** What a look finds, or has found, that began at most a second ago or has not ended yet. Never waits. */
    synchronized CompletableFuture<HealthReport> recent() {
        Look look = last;
        if (look == null || look.found().isDone() && look.freshness().hasPassed()) {
            Deadline freshness = Deadline.in(MOST_AGE, clock);
            CompletableFuture<HealthReport> found = CompletableFuture.supplyAsync(
                            () -> health.report(Deadline.in(TIME_TO_LOOK, clock)), thread)
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            look = new Look(found, freshness);
            last = look;
        }
        return look.found();
    }

    private static Thread named(Runnable task) {
        Thread thread = new Thread(task, "health");
        thread.setDaemon(true);
        return thread;
    }

    /** @param freshness until when it is recent */
    private record Look(CompletableFuture<HealthReport> found, Deadline freshness) {}
}
