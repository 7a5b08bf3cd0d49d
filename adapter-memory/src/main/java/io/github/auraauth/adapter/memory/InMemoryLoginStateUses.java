package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.state.StateDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.login.LoginStateUses;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The used login states in the memory of one process; every call is atomic under one lock. */
public final class InMemoryLoginStateUses implements LoginStateUses {
    private final Map<StateDigest, Instant> ends = new HashMap<>();
    private final InstantSource clock;

    /** @param clock by which notes expire */
    public InMemoryLoginStateUses(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public StateUseOutcome use(StateDigest state, Instant end, Deadline deadline) {
        requireNonNull(state, "state");
        requireNonNull(end, "end");
        Deadlines.check(deadline);
        Instant now = clock.instant();
        synchronized (ends) {
            ends.values().removeIf(past -> !now.isBefore(past));
            return ends.putIfAbsent(state, end) == null ? StateUseOutcome.FIRST : StateUseOutcome.REPEATED;
        }
    }

    @Override
    public boolean isUsed(StateDigest state, Deadline deadline) {
        requireNonNull(state, "state");
        Deadlines.check(deadline);
        synchronized (ends) {
            return ends.containsKey(state);
        }
    }
}
