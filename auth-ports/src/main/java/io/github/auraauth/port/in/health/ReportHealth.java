package io.github.auraauth.port.in.health;

import io.github.auraauth.port.Deadline;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reports whether the service and what it depends on do their part. */
public interface ReportHealth {

    /** The report of this moment. */
    Health report(Deadline deadline);

    /**
     * @param ready whether everything that is needed answers
     * @param checks by dependency, in a fixed order, whether it answers
     */
    record Health(boolean ready, Map<String, Boolean> checks) {
        public Health {
            checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
        }
    }
}
