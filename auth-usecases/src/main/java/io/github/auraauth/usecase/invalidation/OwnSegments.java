package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.LogPosition;
import io.github.auraauth.domain.invalidation.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The entries of this instance, what of them is published and which are pending. Safe for use by many threads. */
final class OwnSegments {
    private final InvalidationView view;
    private final Supplier<String> ids;
    private final List<Segment> unsealed = new ArrayList<>();
    private final TreeMap<Long, PendingChange> pending = new TreeMap<>();
    private PublicationTimes times = new PublicationTimes();
    private String id;
    private List<Long> active = new ArrayList<>();
    private long index;
    private long oldest;
    private long version;
    private long acknowledgedVersion;
    private long acknowledgedNumber;
    private Epoch epoch = Epoch.NONE;
    private boolean outdated;

    OwnSegments(InvalidationView view, Supplier<String> ids) {
        this.view = view;
        this.ids = ids;
        this.id = ids.get();
    }

    /** The id under which this instance writes now. */
    synchronized String id() {
        return id;
    }

    /** The newest version that the log has acknowledged, 0 before the first one. */
    synchronized long acknowledgedVersion() {
        return acknowledgedVersion;
    }

    /** Enters a change as pending. */
    synchronized PendingChange add(long fingerprint) {
        PendingChange change = new PendingChange(fingerprint, enter(fingerprint));
        pending.put(change.number(), change);
        return change;
    }

    synchronized void finish(PendingChange change) {
        // after a new beginning the number may be another change's
        if (pending.remove(change.number(), change)) {
            view.finish(new LogPosition(id, change.number()), change.fingerprint());
        }
        outdated = true;
    }

    synchronized boolean isAcknowledged(PendingChange change) {
        return change.number() <= acknowledgedNumber;
    }

    /** Whether others do not know which changes are finished. */
    synchronized boolean isOutdated() {
        return outdated;
    }

    synchronized void believeIn(Epoch present) {
        outdated |= !epoch.equals(present);
        epoch = present;
    }

    /** What is to be published now. */
    synchronized Publication next() {
        version++;
        outdated = false;
        Segment newest = new Segment(id, index, active);
        return new Publication(
                List.copyOf(unsealed),
                new ActiveSegment(newest, oldest, version, pending.keySet(), epoch),
                acknowledgedVersion);
    }

    synchronized void acknowledge(Publication publication, Instant now) {
        if (publication.active.writer().equals(id)) {
            unsealed.removeAll(publication.full);
            acknowledgedNumber = publication.active.segment().last();
            acknowledgedVersion = publication.active.version();
            times.note(acknowledgedNumber, now);
        }
    }

    /** The publication may not be stored. */
    synchronized void repeat() {
        outdated = true;
    }

    /** Begins under another id, with the changes that are pending entered again. */
    synchronized void beginAnew() {
        List<PendingChange> moving = List.copyOf(pending.values());
        String former = id;
        times = new PublicationTimes();
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
            pending.put(change.number(), change);
        }
        // in this order: a pending change is known at all times
        view.forget(former, Long.MAX_VALUE);
    }

    /** Finishes changes that were published before a time, and forgets finished ones that were before another. */
    synchronized Outdated forgetBefore(Instant unfinished, Instant finished) {
        List.copyOf(pending.headMap(times.lastBefore(unfinished), true).values())
                .forEach(this::finish);
        if (times.forgetBefore(finished, pending)) {
            view.forget(id, times.firstKept());
        }
        return new Outdated(id, oldest, Segment.indexOf(times.firstKept()));
    }

    /** The log has forgotten those segments. */
    synchronized void forgotten(Outdated segments) {
        if (segments.writer.equals(id)) {
            oldest = segments.below;
        }
    }

    private long enter(long fingerprint) {
        active.add(fingerprint);
        long number = index * Segment.SIZE + active.size();
        view.add(new LogPosition(id, number), fingerprint, true);
        if (active.size() == Segment.SIZE) {
            unsealed.add(new Segment(id, index, active));
            active = new ArrayList<>();
            index++;
        }
        return number;
    }

    /**
     * What others are told.
     *
     * @param full to be sealed before the active one is published
     * @param acknowledged the newest version that is known to be stored
     */
    record Publication(List<Segment> full, ActiveSegment active, long acknowledged) {}

    /**
     * Segments that no reader needs any more.
     *
     * @param below index behind the last one
     */
    record Outdated(String writer, long from, long below) {
        boolean isNone() {
            return from >= below;
        }
    }
}
