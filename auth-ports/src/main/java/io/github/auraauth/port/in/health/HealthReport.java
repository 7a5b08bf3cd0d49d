package io.github.auraauth.port.in.health;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether the service and what it depends on do their part.
 *
 * @param ready whether everything that is needed answers
 * @param checks by dependency, in a fixed order, whether it answers
 */
public record HealthReport(boolean ready, Map<String, Boolean> checks) {
    public HealthReport {
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    }
}
