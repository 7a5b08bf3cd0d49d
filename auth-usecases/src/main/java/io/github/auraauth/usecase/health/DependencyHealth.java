package io.github.auraauth.usecase.health;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.health.Health;
import io.github.auraauth.port.in.health.HealthReport;
import io.github.auraauth.port.out.health.DependencyProbe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks every dependency in turn; one that is silent does not use up the time of those after it. */
public final class DependencyHealth implements Health {
    private final List<DependencyProbe> probes;

    /** @param probes in the order in which they are reported */
    public DependencyHealth(List<DependencyProbe> probes) {
        this.probes = List.copyOf(probes);
    }

    @Override
    public HealthReport report(Deadline deadline) {
        Map<String, Boolean> checks = new LinkedHashMap<>();
        boolean ready = true;
        for (DependencyProbe probe : probes) {
            boolean answers = probe.answers(deadline.share(probes.size() - checks.size()));
            checks.put(probe.name(), answers);
            ready &= answers || !probe.isNeeded();
        }
        return new HealthReport(ready, checks);
    }
}
