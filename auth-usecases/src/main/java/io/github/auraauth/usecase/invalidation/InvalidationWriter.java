package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Publishes this instance's entries of the invalidation log. One publication is under way at a time; entries that come
 * meanwhile go with the next one together, so that callers never wait for each other in a row. Safe for use by many
 * threads.
 */
final class InvalidationWriter {
    private final InvalidationLog log;
    private final OwnSegments own;
    private final InstantSource clock;
    private final AtomicReference<CompletableFuture<Void>> underWay = new AtomicReference<>();
    private final Set<ActiveSegment> gone = new LinkedHashSet<>();
    private volatile Optional<ActiveSegment> former = Optional.empty();
    private volatile Instant publishedAt = Instant.MIN;

    /** @param clock one that is never set back */
    InvalidationWriter(InvalidationLog log, OwnSegments own, InstantSource clock) {
        this.log = log;
        this.own = own;
        this.clock = clock;
    }

    /**
     * Publishes an entry as pending; from this call on no value of that user is believed here.
     *
     * @throws io.github.auraauth.port.Outage when it could not be published in time; it counts as finished then
     */
    PendingChange append(long fingerprint, Deadline deadline) {
        PendingChange change = own.add(fingerprint);
        boolean published = false;
        try {
            while (!own.isAcknowledged(change)) {
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
                own.finish(change);
            }
        }
    }

    /**
     * Publishes which changes are finished, if others do not know, and at least once in that time.
     *
     * @throws io.github.auraauth.port.Outage when it could not be published in time
     */
    void publishIfDue(Duration longestSilence, Deadline deadline) {
        boolean silent = !publishedAt.plus(longestSilence).isAfter(clock.instant());
        CompletableFuture<Void> mine = new CompletableFuture<>();
        if ((own.isOutdated() || silent) && underWay.compareAndSet(null, mine)) {
            publish(mine, deadline);
        }
    }

    /**
     * Finishes changes of unknown outcome from before a time, and forgets finished ones from before another, here and in
     * the log.
     */
    void forgetBefore(Instant unfinished, Instant finished, Deadline deadline) {
        OwnSegments.Outdated outdated = own.forgetBefore(unfinished, finished);
        if (!outdated.isNone()) {
            log.forgetSealed(outdated.writer(), outdated.from(), outdated.below(), deadline);
            own.forgotten(outdated);
        }
    }

    /**
     * Begins under another id, since the log was set back.
     *
     * @param stored what the log holds of the present id
     */
    void beginAnew(Optional<ActiveSegment> stored) {
        own.beginAnew();
        former = stored;
    }

    /**
     * Forgets in the log what it held of the former id. To be called once another epoch is stored: in the one before, values
     * are believed that are older than its entries, by whoever does not know these.
     *
     * @throws io.github.auraauth.port.Outage when the log cannot be written; the next call does it
     */
    void forgetFormer(Deadline deadline) {
        former.ifPresent(last -> log.forgetWriter(last, deadline));
        former = Optional.empty();
    }

    /**
     * Forgets other writers in the log, and those whom an earlier call has not quite forgotten. For use by one thread at a time.
     *
     * @throws io.github.auraauth.port.Outage when the log cannot be written; the next call goes on from there
     */
    void forgetOthers(List<ActiveSegment> writers, Deadline deadline) {
        gone.addAll(writers);
        for (ActiveSegment last : List.copyOf(gone)) {
            log.forgetWriter(last, deadline);
            gone.remove(last);
        }
    }

    private void publish(CompletableFuture<Void> mine, Deadline deadline) {
        boolean acknowledged = false;
        try {
            OwnSegments.Publication publication = own.next();
            publication.full().forEach(segment -> log.seal(segment, deadline));
            if (!log.publish(publication.active(), publication.acknowledged(), deadline)) {
                // the next poll sees it too, and begins anew
                throw new Outage.Unavailable("the invalidation log, which was set back,");
            }
            publishedAt = clock.instant();
            own.acknowledge(publication, publishedAt);
            acknowledged = true;
        } finally {
            if (!acknowledged) {
                own.repeat();
            }
            // in this order: a thread that is told of the end finds nothing under way
            underWay.set(null);
            mine.complete(null);
        }
    }
}
