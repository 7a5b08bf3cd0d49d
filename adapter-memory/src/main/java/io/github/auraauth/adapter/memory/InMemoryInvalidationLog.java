package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.LogSnapshot;
import io.github.auraauth.domain.invalidation.Segment;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The invalidation log in the memory of one process, gone with it; every call is atomic under one lock. */
public final class InMemoryInvalidationLog implements InvalidationLog {
    private final InstantSource clock;
    private final Map<String, ActiveSegment> active = new HashMap<>();
    private final Map<String, SortedMap<Long, Segment>> sealed = new HashMap<>();
    private Epoch epoch = Epoch.NONE;

    /** @param clock the database's, so to say */
    public InMemoryInvalidationLog(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public synchronized boolean publish(ActiveSegment segment, long acknowledged, Deadline deadline) {
        requireNonNull(segment, "active");
        Deadlines.check(deadline);
        ActiveSegment stored = active.get(segment.writer());
        long version = stored == null ? 0 : stored.version();
        if (version >= acknowledged && version < segment.version()) {
            active.put(segment.writer(), segment);
        }
        return version >= acknowledged;
    }

    @Override
    public synchronized void seal(Segment full, Deadline deadline) {
        requireNonNull(full, "full");
        Deadlines.check(deadline);
        sealed.computeIfAbsent(full.writer(), writer -> new TreeMap<>()).putIfAbsent(full.index(), full);
    }

    @Override
    public synchronized LogSnapshot read(Deadline deadline) {
        Deadlines.check(deadline);
        return new LogSnapshot(epoch, List.copyOf(active.values()), Optional.of(clock.instant()));
    }

    @Override
    public synchronized List<Segment> sealed(String writer, long from, long to, Deadline deadline) {
        requireNonNull(writer, "writer");
        checkRange(from, to);
        Deadlines.check(deadline);
        return List.copyOf(ofWriter(writer).subMap(from, to).values());
    }

    @Override
    public synchronized boolean replaceEpoch(Epoch expected, Epoch next, Deadline deadline) {
        requireNonNull(expected, "expected");
        requireNonNull(next, "next");
        Deadlines.check(deadline);
        boolean replaced = epoch.equals(expected);
        epoch = replaced ? next : epoch;
        return replaced;
    }

    @Override
    public synchronized void forgetSealed(String writer, long from, long below, Deadline deadline) {
        requireNonNull(writer, "writer");
        checkRange(from, below);
        Deadlines.check(deadline);
        ofWriter(writer).subMap(from, below).clear();
    }

    @Override
    public synchronized void forgetWriter(ActiveSegment last, Deadline deadline) {
        requireNonNull(last, "last");
        Deadlines.check(deadline);
        ActiveSegment stored = active.get(last.writer());
        if (stored == null || stored.version() == last.version()) {
            active.remove(last.writer());
            sealed.remove(last.writer());
        }
    }

    private SortedMap<Long, Segment> ofWriter(String writer) {
        return sealed.getOrDefault(writer, new TreeMap<>());
    }

    private static void checkRange(long from, long to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a range of segments begins at 0 or later and does not end before");
        }
    }
}
