package io.github.auraauth.app.process;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few threads with a bounded queue for what no request waits for; refuses work when the queue is full. */
public final class BoundedExecutor implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedExecutor.class);
    private static final int IDLE_SECONDS = 10;

    private final String name;
    private final Duration drain;
    private final ThreadPoolExecutor threads;

    /**
     * @param name of its threads, and of what failed in the log
     * @param most threads at once
     * @param waiting tasks that may wait
     * @param drain how long an ending waits for the tasks that there are; zero interrupts them
     */
    public BoundedExecutor(String name, int most, int waiting, Duration drain) {
        this.name = name;
        this.drain = drain;
        this.threads = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(() -> run(task));
    }

    /** A thread goes on with the next task whatever becomes of one, and says so. */
    @SuppressWarnings("CatchingUnchecked")
    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("{} failed", name, e);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(drain.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
