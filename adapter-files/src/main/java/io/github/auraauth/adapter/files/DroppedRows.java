package io.github.auraauth.adapter.files;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the rows that will never reach the storage, by the reason. */
final class DroppedRows {
    private final Counter atOnce;
    private final Counter unwritten;
    private final Counter old;

    DroppedRows(MeterRegistry registry) {
        atOnce = counter(registry, "queue");
        unwritten = counter(registry, "disk");
        old = counter(registry, "space");
    }

    /** The queue was full: more came at once than could be written. */
    void atOnce() {
        atOnce.increment();
    }

    /** The disk did not take them. */
    void unwritten(int rows) {
        unwritten.increment(rows);
    }

    /** They were the oldest, and too many waited for the storage. */
    void old(int rows) {
        old.increment(rows);
    }

    private static Counter counter(MeterRegistry registry, String reason) {
        return Counter.builder("aura.kpi.rows.lost")
                .description("KPI rows that will not be in the storage")
                .tag("reason", reason)
                .register(registry);
    }
}
