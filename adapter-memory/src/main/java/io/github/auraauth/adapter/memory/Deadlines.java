package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;

/** Checks deadlines: a store in memory answers at once, but as other stores do it refuses a call whose deadline has passed. */
public final class Deadlines {
    private Deadlines() {}

    /** @throws Outage.TimedOut when it has passed */
    public static void check(Deadline deadline) {
        if (requireNonNull(deadline, "deadline").hasPassed()) {
            throw new Outage.TimedOut("memory");
        }
    }
}
