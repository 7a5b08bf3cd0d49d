package io.github.auraauth.adapter.memory.client;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.client.UsedAssertions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The used assertions in the memory of one process; every call is atomic under one lock, and forgets what is over. */
public final class InMemoryUsedAssertions implements UsedAssertions {
    private final Map<Assertion, Instant> ends = new HashMap<>();
    private final InstantSource clock;

    /** @param clock by which assertions are forgotten */
    public InMemoryUsedAssertions(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public boolean use(ClientId client, String id, Instant until, Deadline deadline) {
        Assertion assertion = new Assertion(requireNonNull(client, "client"), requireNonNull(id, "id"));
        requireNonNull(until, "until");
        Deadlines.check(deadline);
        Instant now = clock.instant();
        synchronized (ends) {
            ends.values().removeIf(end -> !now.isBefore(end));
            return ends.putIfAbsent(assertion, until) == null;
        }
    }

    private record Assertion(ClientId client, String id) {}
}
