package io.github.auraauth.adapter.kernel;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A value that is loaded when it is first needed and refreshed when it is older than its time to live. However many
 * threads ask, one loads; the last good value is given while it cannot be refreshed. Safe for use by many threads.
 */
final class RefreshingValue<T> {
    /** The least time between a refresh that failed, or was asked for, and the next. */
    static final Duration REFRESH_INTERVAL = Duration.ofSeconds(10);

    /** The longest that a caller waits for a refresh while there is a value to give. */
    private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(1);

    /** A caller with less time left does not refresh: the refresh would only fail, and keep others from trying. */
    private static final Duration MIN_REFRESH_TIME = Duration.ofMillis(500);

    private final Function<Deadline, Loaded<T>> loader;
    private final InstantSource clock;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile Optional<Expiring<T>> held = Optional.empty();
    private Instant lastRefresh = Instant.MIN;

    RefreshingValue(Function<Deadline, Loaded<T>> loader, InstantSource clock) {
        this.loader = loader;
        this.clock = clock;
    }

    /** The value; loaded when there is none, refreshed when it is too old. */
    T current(Deadline deadline) {
        Optional<Expiring<T>> now = held;
        if (now.isEmpty()) {
            return whileLocked(deadline, () -> held.map(Expiring::value).orElseGet(() -> load(deadline)));
        }
        boolean isFresh = now.get().until().isAfter(clock.instant());
        if (isFresh || isTooShort(deadline) || !loading.tryLock()) {
            return now.get().value();
        }
        try {
            return refresh(now.get(), deadline);
        } finally {
            loading.unlock();
        }
    }

    /** The value, refreshed unless that was tried within the last ten seconds. */
    T refreshed(Deadline deadline) {
        return whileLocked(deadline, () -> {
            Optional<Expiring<T>> now = held;
            if (now.isEmpty()) {
                return load(deadline);
            }
            if (clock.instant().isBefore(nextRefresh()) || isTooShort(deadline)) {
                return now.get().value();
            }
            lastRefresh = clock.instant();
            return refresh(now.get(), deadline);
        });
    }

    private static boolean isTooShort(Deadline deadline) {
        return deadline.remaining().compareTo(MIN_REFRESH_TIME) < 0;
    }

    private Instant nextRefresh() {
        return lastRefresh.equals(Instant.MIN) ? Instant.MIN : lastRefresh.plus(REFRESH_INTERVAL);
    }

    private T refresh(Expiring<T> old, Deadline deadline) {
        try {
            return load(Deadline.in(deadline.remainingUpTo(REFRESH_TIMEOUT), clock));
        } catch (Outage ignored) { // the outgoing client has logged it
            held = Optional.of(new Expiring<>(old.value(), clock.instant().plus(REFRESH_INTERVAL)));
            return old.value();
        }
    }

    private T load(Deadline deadline) {
        Loaded<T> loaded = loader.apply(deadline);
        held = Optional.of(new Expiring<>(loaded.value(), clock.instant().plus(loaded.timeToLive())));
        return loaded.value();
    }

    private T whileLocked(Deadline deadline, Supplier<T> action) {
        try {
            if (!loading.tryLock(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Outage.UpstreamTimedOut(KernelResponses.KERNEL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage.UpstreamFailed(KernelResponses.KERNEL, e);
        }
        try {
            return action.get();
        } finally {
            loading.unlock();
        }
    }

    /**
     * What was loaded.
     *
     * @param timeToLive after which it is refreshed
     */
    record Loaded<T>(T value, Duration timeToLive) {}

    private record Expiring<T>(T value, Instant until) {}
}
