package io.github.auraauth.usecase.account;

import io.github.auraauth.port.Deadline;
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

    /** @param cores of the machine, half of which are used, and one at least */
    public HashingLane(int cores) {
        int permits = Math.max(1, cores / 2);
        this.running = new Semaphore(permits, true);
        this.waiting = new Semaphore(permits * (1 + WAITING_FOR_EACH));
    }

    /** What the work gives; empty when the queue is full or the turn does not come before the deadline. */
    public <T> Optional<T> run(Supplier<T> work, Deadline deadline) {
        if (!waiting.tryAcquire()) {
            return Optional.empty();
        }
        try {
            if (!running.tryAcquire(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
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
}
