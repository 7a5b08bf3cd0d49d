package io.github.auraauth.usecase.invalidation;

/** A change of a row from before its entry is published until it is finished. Guarded by the writer that made it. */
final class PendingChange {
    private final long fingerprint;
    private long number;

    PendingChange(long fingerprint, long number) {
        this.fingerprint = fingerprint;
        this.number = number;
    }

    long fingerprint() {
        return fingerprint;
    }

    /** The number of the entry that stands for the change now: it moves when the writer begins anew. */
    long number() {
        return number;
    }

    void moveTo(long other) {
        number = other;
    }
}
