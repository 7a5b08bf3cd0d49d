package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.LogPosition;
import java.time.Instant;

/** An entry of the invalidation log as this instance knows it. */
final class LogEntry {
    private final LogPosition position;
    private final long fingerprint;
    private volatile Instant publishedAt;
    private volatile boolean pending;

    /** @param publishedAt since when others can know of it */
    LogEntry(LogPosition position, long fingerprint, boolean pending, Instant publishedAt) {
        this.position = position;
        this.fingerprint = fingerprint;
        this.pending = pending;
        this.publishedAt = publishedAt;
    }

    /** An entry of this instance, which others cannot know of yet. */
    static LogEntry unpublished(LogPosition position, long fingerprint) {
        return new LogEntry(position, fingerprint, true, Instant.MAX);
    }

    void publishedAt(Instant time) {
        publishedAt = time;
    }

    LogPosition position() {
        return position;
    }

    long fingerprint() {
        return fingerprint;
    }

    /** Whether the change is not known to be finished. */
    boolean isPending() {
        return pending;
    }

    /** The row will not be written any more for this entry. */
    void finish() {
        pending = false;
    }

    /** Whether others could know of it before that time. */
    boolean isOlderThan(Instant time) {
        return publishedAt.isBefore(time);
    }
}
