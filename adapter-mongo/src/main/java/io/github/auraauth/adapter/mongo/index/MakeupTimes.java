package io.github.auraauth.adapter.mongo.index;

import java.time.Duration;

/**
 * The times of an index make-up; a build itself has none.
 *
 * @param step the longest that any call but a build may take
 * @param lease how long a lease lasts that is not renewed; more than {@code step} and {@code report} together
 * @param report how often a wait is told of, and the lease renewed meanwhile
 * @param pause the longest between two looks at what is waited for
 */
record MakeupTimes(Duration step, Duration lease, Duration report, Duration pause) {
    static final MakeupTimes USUAL = new MakeupTimes(
            Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(2));

    MakeupTimes {
        if (lease.compareTo(step.plus(report)) <= 0) {
            throw new IllegalArgumentException("lease must be more than step and report together");
        }
    }
}
