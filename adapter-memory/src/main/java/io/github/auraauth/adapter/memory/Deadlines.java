package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;

/** A store in memory answers at once, but not to a caller who waits no more: that would promise more than others can. */
final class Deadlines {
    private Deadlines() {}

    static void check(Deadline deadline) {
        if (requireNonNull(deadline, "deadline").hasPassed()) {
            throw new Outage.TimedOut("memory");
        }
    }
}
