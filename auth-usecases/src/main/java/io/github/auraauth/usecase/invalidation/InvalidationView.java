package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.LogPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * The entries of the invalidation log that this instance knows, of all writers, by the user that they are about. Safe
 * for use by many threads; reading takes no lock.
 */
final class InvalidationView {
    /** The lists are never changed. */
    private final Map<Long, List<LogEntry>> entries = new ConcurrentHashMap<>();

    private final AtomicLong size = new AtomicLong();

    void add(LogEntry entry) {
        entries.merge(entry.fingerprint(), List.of(entry), (known, one) -> {
            List<LogEntry> more = new ArrayList<>(known);
            more.addAll(one);
            return List.copyOf(more);
        });
        size.incrementAndGet();
    }

    void remove(LogEntry entry) {
        entries.computeIfPresent(entry.fingerprint(), (fingerprint, known) -> {
            List<LogEntry> rest = known.stream().filter(other -> other != entry).toList();
            size.addAndGet(rest.size() - (long) known.size());
            return rest.isEmpty() ? null : rest;
        });
    }

    /** How many entries there are. */
    long size() {
        return size.get();
    }

    /** Whether a change of that user is under way somewhere, or was left unfinished. */
    boolean isPending(long fingerprint) {
        return known(fingerprint).stream().anyMatch(LogEntry::isPending);
    }

    /** The changes of that user; empty while one of them is pending, since its row may be read before and after it. */
    Optional<Set<LogPosition>> finished(long fingerprint) {
        List<LogEntry> known = known(fingerprint);
        return known.stream().anyMatch(LogEntry::isPending)
                ? Optional.empty()
                : Optional.of(known.stream().map(LogEntry::position).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether a value was read after every known change of that user: it names them all, and none is pending. */
    boolean accepts(long fingerprint, Set<LogPosition> finishedBefore) {
        for (LogEntry entry : known(fingerprint)) {
            if (entry.isPending() || !finishedBefore.contains(entry.position())) {
                return false;
            }
        }
        return true;
    }

    private List<LogEntry> known(long fingerprint) {
        return entries.getOrDefault(fingerprint, List.of());
    }
}
