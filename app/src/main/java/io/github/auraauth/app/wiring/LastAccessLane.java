package io.github.auraauth.app.wiring;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread with a bounded queue for notes that no request waits for; refuses work when the queue is full. */
final class LastAccessLane implements Executor, AutoCloseable {
    private static final int MOST_WAITING = 1_000;

    private final ThreadPoolExecutor lane =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                Thread thread = new Thread(task, "last-accesses");
                thread.setDaemon(true);
                return thread;
            });

    @Override
    public void execute(Runnable task) {
        lane.execute(task);
    }

    @Override
    public void close() {
        lane.shutdown();
        try {
            if (!lane.awaitTermination(2, TimeUnit.SECONDS)) {
                lane.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
