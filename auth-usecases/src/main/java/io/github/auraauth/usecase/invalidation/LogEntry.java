package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.LogPosition;
import java.time.Instant;

/** An entry of the invalidation log as this instance knows it. */
final class LogEntry {
    private final LogPosition position;
    private final long fingerprint;
    private final Instant learnedAt;
    private volatile boolean pending;

    LogEntry(LogPosition position, long fingerprint, boolean pending, Instant learnedAt) {
        this.position = position;
        this.fingerprint = fingerprint;
        this.pending = pending;
        this.learnedAt = learnedAt;
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

    boolean isOlderThan(Instant time) {
        return learnedAt.isBefore(time);
    }
}
