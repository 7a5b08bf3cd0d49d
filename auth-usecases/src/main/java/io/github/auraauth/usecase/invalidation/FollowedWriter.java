package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.LogPosition;
import io.github.auraauth.domain.invalidation.Segment;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import java.time.Instant;
import java.util.TreeMap;

/** The state of another writer of the invalidation log, as this instance knows it. For use by one thread at a time. */
final class FollowedWriter {
    private final InvalidationLog log;
    private final InvalidationView view;

    /** One text for all entries, which name their writer: each publication that is read has its own. */
    private final String writer;

    private final PublicationTimes times = new PublicationTimes();

    /** Fingerprints by number. */
    private final TreeMap<Long, Long> pending = new TreeMap<>();

    private long seen;
    private final long first;
    private long newest;
    private ActiveSegment last;
    private Instant changedAt;

    FollowedWriter(InvalidationLog log, InvalidationView view, ActiveSegment first, Instant now) {
        this.log = log;
        this.view = view;
        this.writer = first.writer();
        this.last = first;
        this.first = first.version();
        this.changedAt = now;
    }

    /**
     * Learns all that is new up to that publication.
     *
     * @throws io.github.auraauth.port.Outage when segments cannot be read; the next call goes on from there
     */
    void catchUp(ActiveSegment active, Instant now, Deadline deadline) {
        last = active;
        if (active.version() < newest) {
            // the database was restored: the writer notices by itself, and what is known stays known
            return;
        }
        if (active.version() > newest) {
            newest = active.version();
            changedAt = now;
        }
        seen = Math.max(seen, active.oldest() * Segment.SIZE);
        long index = active.segment().index();
        for (long from = Segment.indexOf(seen + 1); from < index; from = Segment.indexOf(seen + 1)) {
            long to = Math.min(from + InvalidationLog.MOST_SEGMENTS, index);
            log.sealed(writer, from, to, deadline).forEach(segment -> learn(segment, active, now));
            seen = to * Segment.SIZE;
        }
        learn(active.segment(), active, now);
        pending.entrySet().removeIf(entry -> {
            boolean finished = !active.pending().contains(entry.getKey());
            if (finished) {
                view.finish(new LogPosition(writer, entry.getKey()), entry.getValue());
            }
            return finished;
        });
    }

    private void learn(Segment segment, ActiveSegment active, Instant now) {
        for (long number = Math.max(seen + 1, segment.first()); number <= segment.last(); number++) {
            boolean isPending = active.pending().contains(number);
            view.add(new LogPosition(writer, number), segment.fingerprint(number), isPending);
            if (isPending) {
                pending.put(number, segment.fingerprint(number));
            }
        }
        seen = Math.max(seen, segment.last());
        times.note(seen, now);
    }

    /** Forgets what was learned before that time, up to the first change that is pending. */
    void forgetBefore(Instant time) {
        if (times.forgetBefore(time, pending)) {
            view.forget(writer, times.firstKept());
        }
    }

    /** Forgets everything: the writer is gone. */
    void forget() {
        view.forget(writer, Long.MAX_VALUE);
    }

    /** The last publication known. */
    ActiveSegment last() {
        return last;
    }

    /** Whether it has published since it was met, and believes values of the shared cache in that epoch. */
    boolean livesIn(Epoch epoch) {
        return newest > first && last.epoch().equals(epoch) && !epoch.equals(Epoch.NONE);
    }

    /** Whether it has published nothing since that time. */
    boolean isSilentSince(Instant time) {
        return changedAt.isBefore(time);
    }
}
