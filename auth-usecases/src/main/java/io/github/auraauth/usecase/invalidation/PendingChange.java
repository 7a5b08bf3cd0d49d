package io.github.auraauth.usecase.invalidation;

/** A change of a row from before its entry is published until it is finished. Guarded by the writer that made it. */
final class PendingChange {
    private final long fingerprint;
    private LogEntry entry;

    PendingChange(long fingerprint, LogEntry entry) {
        this.fingerprint = fingerprint;
        this.entry = entry;
    }

    long fingerprint() {
        return fingerprint;
    }

    /** The entry that stands for the change now: it moves when the writer begins anew. */
    LogEntry entry() {
        return entry;
    }

    void moveTo(LogEntry other) {
        entry = other;
    }
}
