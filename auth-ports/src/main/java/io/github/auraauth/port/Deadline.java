package io.github.auraauth.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The moment by which a call must have been answered. It is passed along with the call, so that each dependency is
 * waited for only as long as the caller still waits. Safe for use by many threads.
 */
public final class Deadline {
    private final InstantSource clock;
    private final Instant end;

    private Deadline(InstantSource clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    /** A deadline that far from now. */
    public static Deadline in(Duration time, InstantSource clock) {
        return new Deadline(clock, clock.instant().plus(time));
    }

    /** The same, that much later. */
    public Deadline plus(Duration more) {
        return more.isZero() ? this : new Deadline(clock, end.plus(more));
    }

    /** Time that is left; zero when it has passed, never negative. */
    public Duration remaining() {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The time left, but no more than {@code most}. */
    public Duration remainingUpTo(Duration most) {
        Duration left = remaining();
        return left.compareTo(most) < 0 ? left : most;
    }

    /** An earlier deadline, which leaves the first of so many calls in a row its even part of the time left. */
    public Deadline share(int calls) {
        return in(remaining().dividedBy(calls), clock);
    }

    /** Whether there is no time left. */
    public boolean hasPassed() {
        return remaining().isZero();
    }

    @Override
    public String toString() {
        return "Deadline[" + end + "]";
    }
}
