package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.InvalidationEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** The invalidation log in the memory of one process, gone with it; every call is atomic under one lock. */
public final class InMemoryInvalidationLog implements InvalidationLog {
    private final TreeMap<Long, InvalidationEntry> lines = new TreeMap<>();

    @Override
    public InvalidationEntry open(HashedAuraId auraId, Instant at, Deadline deadline) {
        requireNonNull(auraId, "auraId");
        requireNonNull(at, "at");
        Deadlines.check(deadline);
        return append(auraId, 0, at);
    }

    @Override
    public InvalidationEntry close(InvalidationEntry opening, Instant at, Deadline deadline) {
        requireNonNull(opening, "opening");
        requireNonNull(at, "at");
        Deadlines.check(deadline);
        return append(opening.auraId(), opening.seq(), at);
    }

    @Override
    public List<InvalidationEntry> after(long seq, int most, Deadline deadline) {
        Deadlines.check(deadline);
        synchronized (lines) {
            return lines.tailMap(seq, false).values().stream().limit(most).toList();
        }
    }

    @Override
    public void forgetBefore(Instant time, Deadline deadline) {
        requireNonNull(time, "time");
        Deadlines.check(deadline);
        synchronized (lines) {
            if (!lines.isEmpty()) {
                lines.headMap(lines.lastKey())
                        .values()
                        .removeIf(line -> line.at().isBefore(time));
            }
        }
    }

    private InvalidationEntry append(HashedAuraId auraId, long opening, Instant at) {
        synchronized (lines) {
            long seq = lines.isEmpty() ? 1 : lines.lastKey() + 1;
            InvalidationEntry line = new InvalidationEntry(seq, auraId, opening, at);
            lines.put(seq, line);
            return line;
        }
    }
}
