package io.github.auraauth.outgoing;

import io.github.auraauth.domain.behaviour.Behaviour;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Exchanges that are put off, or not made and answered with an error, where somebody wants that for a test. */
final class BehavingExchanges implements Exchanges {
    private static final byte[] NOTHING = new byte[0];

    private final String name;
    private final Exchanges usual;
    private final Supplier<Optional<Behaviour>> behaviour;

    BehavingExchanges(String name, Exchanges usual, Supplier<Optional<Behaviour>> behaviour) {
        this.name = name;
        this.usual = usual;
        this.behaviour = behaviour;
    }

    /** Nothing: no socket is held during a delay. */
    @Override
    public void reserve(Deadline end) {}

    @Override
    public UpstreamResponse execute(UpstreamRequest from, Deadline end) {
        Optional<Behaviour> wanted = behaviour.get();
        wanted.ifPresent(each -> delay(each.delay(), end));
        if (wanted.isPresent() && wanted.get().status().isPresent()) {
            return UpstreamResponse.of(wanted.get().status().getAsInt(), Map.of(), NOTHING);
        }
        usual.reserve(end);
        return usual.execute(from, end);
    }

    private void delay(Duration delay, Deadline end) {
        // a sleep may end a little before the deadline, and the request must not be made then
        boolean tooLong = delay.compareTo(end.remaining()) >= 0;
        try {
            Thread.sleep(end.remainingUpTo(delay).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage.UpstreamFailed(name, e);
        }
        if (tooLong || end.hasPassed()) {
            throw new Outage.UpstreamTimedOut(name);
        }
    }
}
