package io.github.auraauth.adapter.memory;

import io.github.auraauth.domain.kpi.KpiRow;
import io.github.auraauth.port.out.kpi.KpiLog;
import io.github.auraauth.testkit.kpi.KpiLogContract;
import java.time.Instant;
import java.util.List;

class InMemoryKpiLogTest implements KpiLogContract {
    private final InMemoryKpiLog log = new InMemoryKpiLog();

    @Override
    public KpiLog log() {
        return log;
    }

    @Override
    public List<Instant> times() {
        return log.rows().stream().map(KpiRow::time).toList();
    }
}
