package io.github.auraauth.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The moment by which a call must have been answered. It is passed along with the call, so that each dependency is
 * waited for only as long as the caller still waits. Safe for use by many threads.
 */
public final class Deadline {
    private final InstantSource clock;
    private final Instant end;
    private final Waiting waiting;

    private Deadline(InstantSource clock, Instant end, Waiting waiting) {
        this.clock = clock;
        this.end = end;
        this.waiting = waiting;
    }

    /** A deadline that far from now. */
    public static Deadline in(Duration time, InstantSource clock) {
        return in(time, clock, Deadline::block);
    }

    /** A deadline that far from now, with a way of waiting of its own: for time that is simulated. */
    public static Deadline in(Duration time, InstantSource clock, Waiting waiting) {
        return new Deadline(clock, clock.instant().plus(time), waiting);
    }

    /** The same, that much later. */
    public Deadline plus(Duration more) {
        return more.isZero() ? this : new Deadline(clock, end.plus(more), waiting);
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
        return in(remaining().dividedBy(calls), clock, waiting);
    }

    /** Whether there is no time left. */
    public boolean hasPassed() {
        return remaining().isZero();
    }

    /**
     * What another thread computes, waited for until this moment at most.
     *
     * @param what is waited for, for the outage's message
     * @throws Outage.TimedOut when the moment comes first, the thread is interrupted, or the computation failed
     */
    public <T> T await(CompletableFuture<T> result, String what) {
        try {
            if (waiting.await(result, this)) {
                return result.join();
            }
        } catch (RuntimeException e) {
            throw new Outage.TimedOut(what, e);
        }
        throw new Outage.TimedOut(what);
    }

    private static boolean block(CompletableFuture<?> result, Deadline deadline) {
        try {
            var unused = result.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String toString() {
        return "Deadline[" + end + "]";
    }

    /** How a thread waits for another one. */
    @FunctionalInterface
    public interface Waiting {
        /** Waits until the result is there; false when the deadline passes first, or the thread is interrupted. */
        boolean await(CompletableFuture<?> result, Deadline deadline);
    }
}
