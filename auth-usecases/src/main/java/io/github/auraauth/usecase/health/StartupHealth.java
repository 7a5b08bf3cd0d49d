package io.github.auraauth.usecase.health;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.health.Health;
import io.github.auraauth.port.in.health.HealthReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The health of a service that is being started: not ready, and reporting what is waited for. Safe for use by many threads. */
public final class StartupHealth implements Health {
    private final Map<String, Boolean> steps = new LinkedHashMap<>();

    /** @param steps of the start, in the order in which they are reported */
    public StartupHealth(List<String> steps) {
        steps.forEach(step -> this.steps.put(step, false));
    }

    /** That step has been taken. */
    public synchronized void taken(String step) {
        if (steps.replace(step, true) == null) {
            throw new IllegalArgumentException("no step of the start is called " + step);
        }
    }

    @Override
    public synchronized HealthReport report(Deadline deadline) {
        return new HealthReport(false, steps);
    }
}
