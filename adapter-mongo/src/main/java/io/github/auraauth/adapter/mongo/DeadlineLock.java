package io.github.auraauth.adapter.mongo;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A fair lock of this process's threads that is waited for no longer than a deadline allows. */
final class DeadlineLock {
    private final ReentrantLock lock = new ReentrantLock(true);

    /**
     * Runs the action while holding the lock.
     *
     * @throws Outage.TimedOut when the lock is not free within the deadline
     */
    <T> T whileHeld(Deadline deadline, Supplier<T> action) {
        if (!isAcquired(GuardedCollection.millisLeft(deadline))) {
            throw new Outage.TimedOut(MongoConnection.DEPENDENCY);
        }
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private boolean isAcquired(long millis) {
        try {
            return lock.tryLock(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage.Unavailable(MongoConnection.DEPENDENCY, e);
        }
    }
}
