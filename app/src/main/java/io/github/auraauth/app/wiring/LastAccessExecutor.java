package io.github.auraauth.app.wiring;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread with a bounded queue for notes that no request waits for; refuses work when the queue is full. */
final class LastAccessExecutor implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LastAccessExecutor.class);
    private static final int MOST_WAITING = 1_000;

    private final ThreadPoolExecutor lane =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                Thread thread = new Thread(task, "last-accesses");
                thread.setDaemon(true);
                return thread;
            });

    @Override
    public void execute(Runnable task) {
        lane.execute(() -> run(task));
    }

    /** The lane goes on with the next note whatever becomes of one, and says so. */
    @SuppressWarnings("CatchingUnchecked")
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("a note beside the requests failed", e);
        }
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
