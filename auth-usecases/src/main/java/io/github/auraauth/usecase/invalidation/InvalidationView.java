package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.InvalidationEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this instance knows of the invalidation log. Reading takes no lock; lines are applied by one thread at a time
 * for the poll, and by any thread for lines that this instance wrote itself.
 */
final class InvalidationView {
    private static final Duration LONGEST_WITHOUT_POLL = Duration.ofSeconds(1);

    private final Map<HashedAuraId, Map<Long, InvalidationEntry>> open = new ConcurrentHashMap<>();
    private final Map<HashedAuraId, InvalidationEntry> closed = new ConcurrentHashMap<>();
    private final Set<Long> appliedAhead = ConcurrentHashMap.newKeySet();
    private volatile long seq;
    private volatile Instant lastGoodPoll = Instant.MIN;

    /** The last line up to which every line is known. */
    long seq() {
        return seq;
    }

    /** Whether a poll that began at most a second ago has brought all lines. */
    boolean isFreshAt(Instant now) {
        return lastGoodPoll.plus(LONGEST_WITHOUT_POLL).isAfter(now);
    }

    /** Whether a change of that user is under way somewhere, or was left unfinished. */
    boolean isOpen(HashedAuraId auraId) {
        return open.containsKey(auraId);
    }

    /**
     * Whether a value filled with that number was read after every change that is known to be finished. A number from
     * beyond what is known here tells nothing: it may be of a log that was there before a database was restored.
     */
    boolean accepts(HashedAuraId auraId, long fillNumber) {
        InvalidationEntry last = closed.get(auraId);
        return fillNumber <= seq && (last == null || last.seq() <= fillNumber);
    }

    /** Applies a line that this instance has just written; the poll will meet it again. */
    void applyOwn(InvalidationEntry entry) {
        if (entry.seq() > seq && appliedAhead.add(entry.seq())) {
            apply(entry);
        }
    }

    /** Applies the next lines of the log, in order. */
    void applyPolled(Collection<InvalidationEntry> entries) {
        for (InvalidationEntry entry : entries) {
            if (!appliedAhead.contains(entry.seq())) {
                apply(entry);
            }
            seq = entry.seq();
            appliedAhead.remove(entry.seq());
        }
    }

    /** Notes that the log was read to its end by a poll that began then. */
    void polledAt(Instant began) {
        lastGoodPoll = began;
    }

    /** Opening lines written before that time and not closed. */
    Collection<InvalidationEntry> openSince(Instant time) {
        return open.values().stream()
                .flatMap(entries -> entries.values().stream())
                .filter(entry -> entry.at().isBefore(time))
                .toList();
    }

    /** Forgets closing lines that no cached value can be older than. */
    void forgetClosedBefore(Instant time) {
        closed.values().removeIf(entry -> entry.at().isBefore(time));
    }

    private void apply(InvalidationEntry entry) {
        if (!entry.closes()) {
            open.compute(entry.auraId(), (id, entries) -> {
                Map<Long, InvalidationEntry> openings =
                        Optional.ofNullable(entries).orElseGet(ConcurrentHashMap::new);
                openings.put(entry.seq(), entry);
                return openings;
            });
            return;
        }
        closed.merge(entry.auraId(), entry, (known, more) -> known.seq() > more.seq() ? known : more);
        open.computeIfPresent(entry.auraId(), (id, entries) -> {
            entries.remove(entry.opening());
            return entries.isEmpty() ? null : entries;
        });
    }
}
