package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kpi.KpiRow;
import io.github.auraauth.port.out.kpi.KpiLog;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The first 20,000 rows of operations, in the memory of one process; what comes then is lost. */
public final class InMemoryKpiLog implements KpiLog {
    private static final int MOST_ROWS = 20_000;

    private final BlockingQueue<KpiRow> rows = new ArrayBlockingQueue<>(MOST_ROWS);

    @Override
    public void add(KpiRow row) {
        var unused = rows.offer(requireNonNull(row, "row"));
    }

    /** The rows so far, oldest first. */
    public List<KpiRow> rows() {
        return List.copyOf(rows);
    }
}
