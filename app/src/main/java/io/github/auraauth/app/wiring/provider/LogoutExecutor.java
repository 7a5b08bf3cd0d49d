package io.github.auraauth.app.wiring.provider;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The few threads that tell clients of logouts; refuses work when all have too much. */
final class LogoutExecutor implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogoutExecutor.class);
    private static final int THREADS = 8;
    private static final int MOST_WAITING = 100;

    private final ThreadPoolExecutor lanes = new ThreadPoolExecutor(
            THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                Thread thread = new Thread(task, "logout-notices");
                thread.setDaemon(true);
                return thread;
            });

    LogoutExecutor() {
        lanes.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        lanes.execute(() -> run(task));
    }

    /** A lane goes on with the next whatever becomes of one, and says so. */
    @SuppressWarnings("CatchingUnchecked")
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("telling a client of a logout failed", e);
        }
    }

    @Override
    public void close() {
        lanes.shutdownNow();
    }
}
