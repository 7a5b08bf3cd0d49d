package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.LogPosition;
import io.github.auraauth.domain.invalidation.Segment;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Writes this instance's entries of the invalidation log. One publication is under way at a time; entries that come
 * meanwhile go with the next one together, so that callers never wait for each other in a row. Safe for use by many
 * threads.
 */
final class InvalidationWriter {
    private final InvalidationLog log;
    private final InvalidationView view;
    private final Supplier<String> ids;
    private final InstantSource clock;
    private final AtomicReference<CompletableFuture<Void>> underWay = new AtomicReference<>();

    private String id;
    private long index;
    private long oldest;
    private long version;
    private long acknowledgedVersion;
    private long acknowledgedNumber;
    private Epoch epoch = Epoch.NONE;
    private boolean outdated;
    private Instant publishedAt = Instant.MIN;
    private List<Long> active = new ArrayList<>();
    private final List<Segment> unsealed = new ArrayList<>();
    private final Deque<LogEntry> entries = new ArrayDeque<>();
    private final Map<Long, PendingChange> pending = new TreeMap<>();

    /**
     * @param ids gives random ids, never the same one again
     * @param clock one that is never set back
     */
    InvalidationWriter(InvalidationLog log, InvalidationView view, Supplier<String> ids, InstantSource clock) {
        this.log = log;
        this.view = view;
        this.ids = ids;
        this.clock = clock;
        this.id = ids.get();
    }

    /**
     * Publishes an entry as pending; from this call on no value of that user is believed here.
     *
     * @throws io.github.auraauth.port.Outage when it could not be published in time; it counts as finished then
     */
    PendingChange append(long fingerprint, Deadline deadline) {
        PendingChange change = add(fingerprint);
        boolean published = false;
        try {
            while (!isPublished(change)) {
                CompletableFuture<Void> mine = new CompletableFuture<>();
                CompletableFuture<Void> others = underWay.compareAndExchange(null, mine);
                if (others == null) {
                    publish(mine, deadline);
                } else {
                    deadline.await(others, "the invalidation log");
                }
            }
            published = true;
            return change;
        } finally {
            if (!published) {
                finish(change);
            }
        }
    }

    /** The change's row will not be written any more; others learn of it with the next publication. */
    synchronized void finish(PendingChange change) {
        change.entry().finish();
        pending.remove(change.entry().position().number());
        outdated = true;
    }

    /**
     * Publishes which changes are finished, if any are that others do not know of, and at least once in that time.
     *
     * @throws io.github.auraauth.port.Outage when it could not be published in time
     */
    void publishIfDue(Duration longestSilence, Deadline deadline) {
        if (isDue(longestSilence)) {
            CompletableFuture<Void> mine = new CompletableFuture<>();
            if (underWay.compareAndSet(null, mine)) {
                publish(mine, deadline);
            }
        }
    }

    /** From now on publications say that values of the shared cache are believed in that epoch. */
    synchronized void believeIn(Epoch present) {
        outdated |= !epoch.equals(present);
        epoch = present;
    }

    /** The id under which this instance writes now. */
    synchronized String id() {
        return id;
    }

    /** The newest version that the log has acknowledged, 0 before the first one. */
    synchronized long acknowledgedVersion() {
        return acknowledgedVersion;
    }

    /** Begins anew under another id: what was published is lost. Changes that are pending are entered again. */
    synchronized void beginAnew() {
        List<PendingChange> moving = List.copyOf(pending.values());
        entries.forEach(view::remove);
        entries.clear();
        pending.clear();
        unsealed.clear();
        active = new ArrayList<>();
        id = ids.get();
        index = 0;
        oldest = 0;
        version = 0;
        acknowledgedVersion = 0;
        acknowledgedNumber = 0;
        outdated = true;
        for (PendingChange change : moving) {
            change.moveTo(enter(change.fingerprint()));
            pending.put(change.entry().position().number(), change);
        }
    }

    /** Finishes changes of unknown outcome from before that time, and forgets finished entries from before another. */
    void forgetBefore(Instant unfinished, Instant finished, Deadline deadline) {
        long from;
        long below;
        String writer;
        synchronized (this) {
            List.copyOf(pending.values()).stream()
                    .filter(change -> change.entry().isOlderThan(unfinished))
                    .forEach(this::finish);
            while (!entries.isEmpty()
                    && entries.peek().isOlderThan(finished)
                    && !entries.peek().isPending()) {
                view.remove(entries.poll());
            }
            from = oldest;
            below = entries.isEmpty()
                    ? index
                    : Segment.indexOf(entries.peek().position().number());
            writer = id;
        }
        if (below > from) {
            log.forgetSealed(writer, from, below, deadline);
            keepFrom(writer, below);
        }
    }

    private synchronized void keepFrom(String writer, long below) {
        if (writer.equals(id)) {
            oldest = below;
        }
    }

    private synchronized PendingChange add(long fingerprint) {
        PendingChange change = new PendingChange(fingerprint, enter(fingerprint));
        pending.put(change.entry().position().number(), change);
        return change;
    }

    private LogEntry enter(long fingerprint) {
        active.add(fingerprint);
        LogPosition position = new LogPosition(id, index * Segment.SIZE + active.size());
        LogEntry entry = new LogEntry(position, fingerprint, true, clock.instant());
        entries.add(entry);
        view.add(entry);
        if (active.size() == Segment.SIZE) {
            unsealed.add(new Segment(id, index, active));
            active = new ArrayList<>();
            index++;
        }
        return entry;
    }

    private synchronized boolean isPublished(PendingChange change) {
        return change.entry().position().number() <= acknowledgedNumber;
    }

    private synchronized boolean isDue(Duration longestSilence) {
        return outdated || !publishedAt.plus(longestSilence).isAfter(clock.instant());
    }

    private void publish(CompletableFuture<Void> mine, Deadline deadline) {
        Publication publication = next();
        boolean acknowledged = false;
        try {
            publication.full.forEach(segment -> log.seal(segment, deadline));
            if (!log.publish(publication.active, publication.acknowledged, deadline)) {
                // the next poll sees it too, and begins anew
                throw new Outage.Unavailable("the invalidation log, which was set back,");
            }
            acknowledge(publication);
            acknowledged = true;
        } finally {
            if (!acknowledged) {
                repeat();
            }
            // in this order: a thread that is told of the end finds nothing under way
            underWay.set(null);
            mine.complete(null);
        }
    }

    private synchronized Publication next() {
        version++;
        outdated = false;
        Segment newest = new Segment(id, index, active);
        return new Publication(
                List.copyOf(unsealed),
                new ActiveSegment(newest, oldest, version, pending.keySet(), epoch),
                acknowledgedVersion);
    }

    private synchronized void repeat() {
        outdated = true;
    }

    private synchronized void acknowledge(Publication publication) {
        if (publication.active.writer().equals(id)) {
            unsealed.removeAll(publication.full);
            acknowledgedNumber = publication.active.segment().last();
            acknowledgedVersion = publication.active.version();
            publishedAt = clock.instant();
        }
    }

    private record Publication(List<Segment> full, ActiveSegment active, long acknowledged) {}
}
