package io.github.auraauth.port.out.kpi;

import io.github.auraauth.domain.kpi.KpiRow;

/** Takes the rows of operations. Safe for use by many threads; it has no outage, and null arguments are refused. */
@FunctionalInterface
public interface KpiLog {

    /** Takes the row without waiting for anything, and never throws; where there are too many rows, it may be lost. */
    void add(KpiRow row);

    /** One that takes no rows. */
    static KpiLog none() {
        return row -> {};
    }
}
