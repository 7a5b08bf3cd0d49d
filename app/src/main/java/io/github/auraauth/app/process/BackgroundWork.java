package io.github.auraauth.app.process;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs beside the requests, again and again. A run that fails, with an outage, a fault of ours or an error of the
 * JVM, is told in the log when that begins and when it is over, not at each turn, and never ends the series.
 */
public final class BackgroundWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final InstantSource clock;

    /** Grows by a thread with each series: one that waits for a dependency may keep no other from its turn. */
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(0, task -> {
        Thread thread = new Thread(task, "background");
        thread.setDaemon(true);
        return thread;
    });

    public BackgroundWork(InstantSource clock) {
        this.clock = clock;
    }

    /** Runs the job from now on. */
    public void schedule(ScheduledJob job) {
        schedule(
                job.first(),
                job.pause(),
                new Series(job.name(), () -> job.task().accept(Deadline.in(job.limit(), clock))));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the series ends with the timer, and tells its failures itself
    private synchronized void schedule(Duration first, Duration pause, Series series) {
        timer.setCorePoolSize(timer.getCorePoolSize() + 1);
        timer.scheduleWithFixedDelay(series, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("background work did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One task; run by one thread at a time. */
    private static final class Series implements Runnable {
        private final String name;
        private final Runnable task;
        private volatile boolean failing;

        Series(String name, Runnable task) {
            this.name = name;
            this.task = task;
        }

        @Override
        @SuppressWarnings("CatchingUnchecked") // whatever happens, the series goes on
        public void run() {
            try {
                attempt();
            } catch (RuntimeException | Error logFailed) {
                failing = false; // to be told at the next turn
            }
        }

        /** Where memory runs out, the JVM's flag ends the process before anything is caught. */
        private void attempt() {
            try {
                task.run();
                if (failing) {
                    LOG.info("{} works again", name);
                    failing = false;
                }
            } catch (Outage e) {
                if (!failing) {
                    LOG.warn("{} waits: {}", name, e.getMessage());
                    failing = true;
                }
            } catch (RuntimeException | Error e) {
                if (!failing) {
                    failing = true;
                    LOG.error("{} failed", name, e);
                }
            }
        }
    }
}
