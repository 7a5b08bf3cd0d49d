package io.github.auraauth.port.in.health;

import io.github.auraauth.port.Deadline;

/** The health of the service and of what it depends on, as a balancer or an operator asks for it. */
@FunctionalInterface
public interface Health {

    /** The report of this moment. */
    HealthReport report(Deadline deadline);
}
