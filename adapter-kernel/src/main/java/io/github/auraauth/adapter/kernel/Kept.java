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
 * Something of Kernel's that is fetched when it is first needed and kept for a while. However many threads ask, one
 * fetches; the last good one serves on while it cannot be fetched anew. Safe for use by many threads.
 */
final class Kept<T> {
    /** The least time between two attempts to replace what there is. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    /** What a caller spends on replacing something that still serves. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** With less time left a caller does not try: his failure would keep everybody else from trying. */
    private static final Duration LEAST = Duration.ofMillis(500);

    private final Function<Deadline, Fetched<T>> source;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Optional<Held<T>> held = Optional.empty();
    private Instant renewed = Instant.MIN;

    Kept(Function<Deadline, Fetched<T>> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /** As kept; fetched when there is nothing or it is too old. */
    T current(Deadline deadline) {
        Optional<Held<T>> now = held;
        if (now.isEmpty()) {
            return locked(deadline, () -> held.map(Held::value).orElseGet(() -> fetch(deadline)));
        }
        boolean serves = now.get().until().isAfter(clock.instant()) || isTooShort(deadline);
        if (serves || !fetching.tryLock()) {
            return now.get().value();
        }
        try {
            return replaced(now.get(), deadline);
        } finally {
            fetching.unlock();
        }
    }

    /** Fetched anew, but only when that was not tried within the last ten seconds; else as kept. */
    T renewed(Deadline deadline) {
        return locked(deadline, () -> {
            Optional<Held<T>> now = held;
            if (now.isEmpty()) {
                return fetch(deadline);
            }
            if (clock.instant().isBefore(pausesUntil()) || isTooShort(deadline)) {
                return now.get().value();
            }
            renewed = clock.instant();
            return replaced(now.get(), deadline);
        });
    }

    private static boolean isTooShort(Deadline deadline) {
        return deadline.remaining().compareTo(LEAST) < 0;
    }

    private Instant pausesUntil() {
        return renewed.equals(Instant.MIN) ? Instant.MIN : renewed.plus(PAUSE);
    }

    private T replaced(Held<T> old, Deadline deadline) {
        try {
            return fetch(Deadline.in(deadline.remainingUpTo(PATIENCE), clock));
        } catch (Outage stillServes) { // the outgoing client has logged it
            held = Optional.of(new Held<>(old.value(), clock.instant().plus(PAUSE)));
            return old.value();
        }
    }

    private T fetch(Deadline deadline) {
        Fetched<T> fetched = source.apply(deadline);
        held = Optional.of(new Held<>(fetched.value(), clock.instant().plus(fetched.life())));
        return fetched.value();
    }

    private T locked(Deadline deadline, Supplier<T> action) {
        try {
            if (!fetching.tryLock(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Outage.UpstreamTimedOut(KernelReplies.KERNEL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage.UpstreamFailed(KernelReplies.KERNEL, e);
        }
        try {
            return action.get();
        } finally {
            fetching.unlock();
        }
    }

    /**
     * What was fetched.
     *
     * @param life for how long it is kept
     */
    record Fetched<T>(T value, Duration life) {}

    private record Held<T>(T value, Instant until) {}
}
