package io.github.auraauth.app.process;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Time that begins with the machine's and then only ever passes: for measuring how old something is, where a clock that is
 * set back would make the old look fresh. It goes on while a virtual machine is suspended, as far as the machine's clock
 * was set right afterwards.
 */
public final class SteadyClock implements InstantSource {
    /** Less is what two clocks differ by anyway. */
    private static final Duration SUSPENDED = Duration.ofMillis(500);

    private final InstantSource clock;
    private final Instant began;
    private final long start;
    private final AtomicReference<Duration> suspended = new AtomicReference<>(Duration.ZERO);

    public SteadyClock(InstantSource clock) {
        this.clock = clock;
        this.began = clock.instant();
        this.start = System.nanoTime();
    }

    @Override
    public Instant instant() {
        Duration known = suspended.get();
        Instant running = began.plusNanos(System.nanoTime() - start);
        Duration behind = Duration.between(running, clock.instant());
        if (behind.minus(known).compareTo(SUSPENDED) > 0) {
            known = suspended.accumulateAndGet(behind, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
        return running.plus(known);
    }
}
