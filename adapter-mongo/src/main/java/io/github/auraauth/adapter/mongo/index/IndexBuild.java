package io.github.auraauth.adapter.mongo.index;

import com.mongodb.MongoException;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Builds of indexes, each of which takes as long as it takes: the server is given no time, since it would abort the build
 * at its end, and what it did would be lost. A connection that breaks ends no build; the same command then waits for the
 * one under way, as it does for another client's.
 */
final class IndexBuild {
    private static final int DUPLICATE_KEY = 11000;

    private final BuildProgress progress;
    private final Duration interval;
    private final Consumer<String> listener;
    private final InstantSource clock;

    /**
     * @param interval how often the listener is told how far it is
     * @param listener told in words
     */
    IndexBuild(MongoConnection connection, Duration interval, Consumer<String> listener, InstantSource clock) {
        this.progress = new BuildProgress(connection, clock);
        this.interval = interval;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Returns when the index is whole, at once if it was before.
     *
     * @param meanwhile called in each interval; an outage of it does not end the wait
     * @return false when the index is to be unique, but documents share a value
     * @throws Outage when the server refuses it or is lost
     */
    boolean isBuilt(GuardedCollection rows, String name, IndexSpec index, Runnable meanwhile) {
        CompletableFuture<Boolean> built = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(built, rows, index), "index-build");
        thread.setDaemon(true);
        thread.start();
        Instant began = clock.instant();
        boolean told = false;
        while (true) {
            try {
                boolean whole = built.get(interval.toMillis(), TimeUnit.MILLISECONDS);
                if (told && whole) {
                    listener.accept("the index " + name + " is built, after " + since(began));
                }
                return whole;
            } catch (TimeoutException notYet) {
                listener.accept("the index " + name + " is being built" + progress.of(rows) + ", for " + since(began)
                        + " so far");
                told = true;
                quietly(meanwhile);
            } catch (ExecutionException failed) {
                throw failure(failed, name);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Outage.Unavailable(MongoConnection.DEPENDENCY, e);
            }
        }
    }

    private static void complete(CompletableFuture<Boolean> built, GuardedCollection rows, IndexSpec index) {
        try {
            built.complete(rows.withoutLimit(all -> {
                try {
                    all.createIndex(index.keys(), index.driverOptions());
                    return true;
                } catch (MongoException e) {
                    if (e.getCode() == DUPLICATE_KEY) {
                        return false;
                    }
                    throw e;
                }
            }));
        } catch (RuntimeException | Error e) {
            built.completeExceptionally(e);
        }
    }

    private void quietly(Runnable meanwhile) {
        try {
            meanwhile.run();
        } catch (Outage outage) {
            listener.accept("beside the build: " + outage.getMessage());
        }
    }

    private static RuntimeException failure(ExecutionException failed, String name) {
        Throwable cause = failed.getCause();
        if (cause instanceof Outage.Refused refused) {
            return refused.of("createIndexes of " + name);
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(failed);
    }

    /** In words that are read at a glance. */
    private String since(Instant began) {
        Duration passed = Duration.between(began, clock.instant());
        return passed.toHours() > 0
                ? passed.toHours() + " h " + passed.toMinutesPart() + " min"
                : passed.toMinutes() > 0
                        ? passed.toMinutes() + " min " + passed.toSecondsPart() + " s"
                        : passed.toSeconds() + " s";
    }
}
