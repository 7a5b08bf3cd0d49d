package io.github.auraauth.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until it is moved: adapters under test are constructed with it, so that expiry is seen
 * without waiting. It begins at the real time and is only moved forward, so that a server with a clock of its own never
 * takes a row for expired before the test does. Safe for use by many threads.
 */
public final class SettableClock implements InstantSource {
    private volatile Instant now;

    private SettableClock(Instant start) {
        this.now = start;
    }

    /** A clock that stands at the real time. */
    public static SettableClock startingNow() {
        return new SettableClock(InstantSource.system().instant());
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Moves the clock forward.
     *
     * @param time not negative
     */
    public synchronized void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time must not be negative");
        }
        now = now.plus(time);
    }

    @Override
    public String toString() {
        return "SettableClock[" + now + "]";
    }
}
