package io.github.auraauth.adapter.mongo;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Turns by which the threads of one process append. Other processes still append at the same time; but threads that all
 * tried the same number would need as many rounds as there are threads.
 */
final class AppendTurns {
    private final ReentrantLock turn = new ReentrantLock(true);

    /** @throws Outage.TimedOut when the turn does not come within the deadline */
    <T> T take(Deadline deadline, Supplier<T> append) {
        if (!awaited(MongoCalls.millisLeft(deadline))) {
            throw new Outage.TimedOut(MongoCalls.DEPENDENCY);
        }
        try {
            return append.get();
        } finally {
            turn.unlock();
        }
    }

    private boolean awaited(long millis) {
        try {
            return turn.tryLock(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage.Unavailable(MongoCalls.DEPENDENCY, e);
        }
    }
}
