package io.github.auraauth.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Many threads that do something at the same moment. */
public final class Race {
    /** How many threads a kit lets race for one thing. */
    public static final int THREADS = 100;

    private static final long LONGEST_SECONDS = 60;

    private Race() {}

    /** Runs the task in {@link #THREADS} threads, as {@link #of(int, IntFunction)} does. */
    public static <T> List<T> of(IntFunction<T> task) {
        return of(THREADS, task);
    }

    /**
     * Runs the task once in each of that many threads and gives the results by number of the thread, from 0 on; a task
     * that throws fails the test.
     */
    public static <T> List<T> of(int threads, IntFunction<T> task) {
        CountDownLatch ready = new CountDownLatch(threads);
        List<FutureTask<T>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            running.add(new FutureTask<>(() -> {
                ready.countDown();
                ready.await();
                return task.apply(number);
            }));
        }
        for (FutureTask<T> each : running) {
            Thread thread = new Thread(each, "race");
            thread.setDaemon(true);
            thread.start();
        }
        return running.stream().map(Race::result).toList();
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("a thread of the race failed", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the race was not over within " + LONGEST_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
