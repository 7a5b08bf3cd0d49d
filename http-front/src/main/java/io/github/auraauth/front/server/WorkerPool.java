package io.github.auraauth.front.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.VirtualThreads;

/**
 * The threads on which requests wait for dependencies: a bounded number of them, and a bounded number of tasks that wait
 * for one. Nobody ever waits to hand a task in. Beside them few threads, half as many as there are processors, for requests that
 * were pipelined, so that no number of these keeps others waiting. Safe for use by many threads.
 */
final class WorkerPool implements AutoCloseable {
    private static final int THREADS = 200;
    private static final int MOST_WAITING = 1_000;
    private static final int MOST_TASKS = THREADS + MOST_WAITING;
    private static final int SECONDS_IDLE = 30;
    /** Before it, a virtual thread that waits in a synchronized block holds the platform thread below it (JEP 491). */
    private static final int FIRST_JAVA_WITHOUT_PINNING = 24;

    private final AtomicInteger tasks = new AtomicInteger();
    private final int threads;
    private final ThreadPoolExecutor platformThreads;
    private final ThreadPoolExecutor pipelined;
    private final Executor executor;
    private final Counter shed;

    /** @param host the name that metrics have for this service */
    WorkerPool(MeterRegistry registry, String host) {
        this.platformThreads = platformThreads("worker-", THREADS);
        int few = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.pipelined = platformThreads("pipelined-", few);
        boolean virtual = VirtualThreads.areSupported() && Runtime.version().feature() >= FIRST_JAVA_WITHOUT_PINNING;
        this.threads = virtual ? MOST_TASKS : THREADS;
        this.executor = virtual ? VirtualThreads.getNamedVirtualThreadsExecutor("worker-") : platformThreads;
        this.shed = Counter.builder("http.requests.shed")
                .description("Requests that were refused because too many waited, or they themselves for too long")
                .tag("host", host)
                .register(registry);
        Gauge.builder("http.requests.running", () -> Math.min(tasks.get(), threads))
                .description("Requests that are worked on")
                .tag("host", host)
                .register(registry);
        Gauge.builder("http.requests.waiting", () -> Math.max(0, tasks.get() - threads))
                .description("Requests that wait for a thread")
                .tag("host", host)
                .register(registry);
    }

    /** Runs the task soon, on another thread, or says that there are too many and never runs it. */
    boolean tryExecute(Runnable task) {
        if (tasks.incrementAndGet() <= MOST_TASKS && isHandedOver(task)) {
            return true;
        }
        tasks.decrementAndGet();
        return false;
    }

    /** Whether a task may have to wait for a thread. */
    boolean isSaturated() {
        return tasks.get() > threads;
    }

    /** Counts a request that is not worked on, since too many wait or it has waited for too long. */
    void countShed() {
        shed.increment();
    }

    /**
     * Takes, one after another, what waits for nothing and belongs to a connection that has sent its next request before it was
     * answered: one task of each connection at a time.
     */
    Executor pipelined() {
        return pipelined;
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        platformThreads.shutdownNow();
        pipelined.shutdownNow();
    }

    private boolean isHandedOver(Runnable task) {
        try {
            executor.execute(() -> {
                try {
                    task.run();
                } finally {
                    tasks.decrementAndGet();
                }
            });
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    private static ThreadPoolExecutor platformThreads(String name, int threads) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory named = task -> {
            Thread thread = new Thread(task, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, SECONDS_IDLE, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
