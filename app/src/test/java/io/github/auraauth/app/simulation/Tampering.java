package io.github.auraauth.app.simulation;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.testkit.simulation.SimulatedProcess;
import java.time.InstantSource;

/** What an instance is given in place of what it shall have, so that a rule is missing; by default none is. */
interface Tampering {
    Tampering NONE = new Tampering() {};

    default UserStore store(UserStore store) {
        return store;
    }

    default InvalidationLog log(InvalidationLog log, SimulatedProcess process) {
        return log;
    }

    /** @param present the log as it is now, out of reach of any fault */
    default UserCache cache(UserCache cache, InvalidationLog present) {
        return cache;
    }

    default InstantSource followersClock(InstantSource steady) {
        return steady;
    }

    /** Removes a user at an instance. */
    default RemoveOutcome remove(Instance instance, AuraId auraId, Deadline deadline) {
        return instance.users.remove(auraId, deadline);
    }

    /** What is read from the log by an instance that is cut off from the majority. */
    default InvalidationLog minority(InvalidationLog away, InvalidationLog stale) {
        return away;
    }
}
