package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.InvalidationEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Follows the invalidation log and writes to it. {@link #poll} is to be called every half second; while no poll has
 * succeeded for a second, no cache is used.
 */
public final class InvalidationLogFollower {
    private static final int BATCH = 1_000;
    private static final Duration ABANDONED_AFTER = Duration.ofSeconds(30);
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final InvalidationLog log;
    private final InstantSource clock;
    private final Duration retention;
    private final InvalidationView view = new InvalidationView();
    private final Queue<InvalidationEntry> unneeded = new ConcurrentLinkedQueue<>();

    /**
     * @param longestCached the longest time that any value stays in any cache
     * @param clock one that is never set back
     */
    public InvalidationLogFollower(InvalidationLog log, Duration longestCached, InstantSource clock) {
        this.log = Objects.requireNonNull(log, "log");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.retention = longestCached.plus(MARGIN);
    }

    /**
     * Reads the log to its end. Not to be called by two threads at once.
     *
     * @throws io.github.auraauth.port.Outage when the log cannot be read; what is known just grows older
     */
    public void poll(Deadline deadline) {
        Instant began = clock.instant();
        List<InvalidationEntry> entries;
        do {
            entries = log.after(view.seq(), BATCH, deadline);
            view.applyPolled(entries);
        } while (entries.size() == BATCH);
        view.polledAt(began);
    }

    /**
     * Closes the lines that were opened and never closed, at once where no change was made, and forgets those that are
     * older than any cached value. Not to be called by two threads at once.
     *
     * @throws io.github.auraauth.port.Outage when the log cannot be written
     */
    public void sweep(Deadline deadline) {
        Instant now = clock.instant();
        for (Iterator<InvalidationEntry> openings = unneeded.iterator(); openings.hasNext(); ) {
            view.applyOwn(log.close(openings.next(), now, deadline));
            openings.remove();
        }
        for (InvalidationEntry abandoned : view.openSince(now.minus(ABANDONED_AFTER))) {
            view.applyOwn(log.close(abandoned, now, deadline));
        }
        view.forgetClosedBefore(now.minus(retention));
        log.forgetBefore(now.minus(retention), deadline);
    }

    /**
     * Changes a user's row between an opening and a closing line. When the change ends in an outage, the line stays
     * open: the row may yet change, so no cache is used for it until a sweep closes it; the next one does where the
     * change was not even asked for.
     */
    <T> T around(HashedAuraId auraId, Deadline deadline, Supplier<T> change) {
        InvalidationEntry opening = log.open(auraId, clock.instant(), deadline);
        view.applyOwn(opening);
        T outcome;
        try {
            outcome = change.get();
        } catch (Outage.CircuitOpen notMade) {
            unneeded.add(opening);
            throw notMade;
        }
        view.applyOwn(log.close(opening, clock.instant(), deadline));
        return outcome;
    }

    /** Whether the log is known well enough, and no change of that user is under way. */
    boolean allowsCacheFor(HashedAuraId auraId) {
        return view.isFreshAt(clock.instant()) && !view.isOpen(auraId);
    }

    InvalidationView view() {
        return view;
    }
}
