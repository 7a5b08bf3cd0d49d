package io.github.auraauth.usecase;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.testkit.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was asked of the stores, in order, by the names of the ports' methods; and which of them are away or slow. */
public final class Dependencies {
    private final SettableClock clock;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Set<String> away = Set.of();
    private volatile Set<String> notAsked = Set.of();
    private volatile Duration slowness = Duration.ZERO;

    public Dependencies(SettableClock clock) {
        this.clock = clock;
    }

    /** From now on these calls end in an outage, and no others. */
    public void away(String... calls) {
        away = Set.of(calls);
    }

    /** From now on these calls are not made, as where a breaker is open. */
    public void open(String... calls) {
        notAsked = Set.of(calls);
    }

    public void allBack() {
        away = Set.of();
        notAsked = Set.of();
        slowness = Duration.ZERO;
    }

    /** From now on each call takes that long, or as long as its deadline lets it. */
    public void slow(Duration each) {
        slowness = each;
    }

    public void forget() {
        asked.clear();
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** How often these were asked. */
    public long times(String... calls) {
        return asked.stream().filter(Set.of(calls)::contains).count();
    }

    void ask(String call, Deadline deadline) {
        ask(call);
        clock.advance(deadline.remainingUpTo(slowness));
        if (deadline.hasPassed()) {
            throw new Outage.TimedOut("a store of the test");
        }
    }

    void ask(String call) {
        if (notAsked.contains(call)) {
            throw new Outage.CircuitOpen("a store of the test");
        }
        asked.add(call);
        if (away.contains(call)) {
            throw new Outage.Unavailable("a store of the test", new IOException("away"));
        }
    }
}
