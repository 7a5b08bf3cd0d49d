package io.github.auraauth.usecase.account;

import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where passwords are hashed: only so many at a time, so that the other cores are left to all else, and only so many in
 * the queue, so that nothing waits in vain. Safe for use by many threads.
 */
public final class HashingLane {
    private static final int WAITING_FOR_EACH = 8;

    private final Semaphore running;
    private final Semaphore waiting;

    /** What work takes of late; two threads that set it at once do no harm. */
    private volatile Duration cost = Duration.ZERO;

    /** @param cores of the machine, half of which are used, and one at least */
    public HashingLane(int cores) {
        int permits = Math.max(1, cores / 2);
        this.running = new Semaphore(permits, true);
        this.waiting = new Semaphore(permits * (1 + WAITING_FOR_EACH));
    }

    /**
     * What the work gives; empty when the queue is full or the turn does not come so long before the deadline that the work
     * can be done.
     */
    public <T> Optional<T> run(Supplier<T> work, Deadline deadline) {
        if (!waiting.tryAcquire()) {
            return Optional.empty();
        }
        try {
            Duration patience = deadline.remaining().minus(cost.multipliedBy(2));
            if (!running.tryAcquire(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            try {
                return Optional.of(measured(work, deadline));
            } finally {
                running.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            waiting.release();
        }
    }

    /** Not all work hashes, so that cheaper work counts slowly. */
    private <T> T measured(Supplier<T> work, Deadline deadline) {
        Duration before = deadline.remaining();
        T done = work.get();
        Duration took = before.minus(deadline.remaining());
        cost = took.compareTo(cost) > 0 ? took : cost.multipliedBy(7).plus(took).dividedBy(8);
        return done;
    }
}
