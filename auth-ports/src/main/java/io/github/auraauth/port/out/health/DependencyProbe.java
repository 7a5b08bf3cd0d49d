package io.github.auraauth.port.out.health;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;

/** Tells whether a dependency does its part. Safe for use by many threads. */
public interface DependencyProbe {

    /** The name under which it is reported, such as {@code mongo}. */
    String name();

    /** Whether the service cannot do without it; one that is not needed is only reported. */
    boolean isNeeded();

    /** Whether it answers now; never throws {@link Outage}. */
    boolean answers(Deadline deadline);
}
