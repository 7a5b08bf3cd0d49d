package io.github.auraauth.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs a task in many threads at the same moment. None of the threads outlives the call, whether it succeeds or fails. */
public final class Race {
    /** How many threads the kits use. */
    public static final int THREADS = 100;

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private Race() {}

    /** Runs the task in {@link #THREADS} threads, as {@link #of(int, IntFunction)} does. */
    public static <T> List<T> of(IntFunction<T> task) {
        return of(THREADS, task);
    }

    /**
     * Runs the task once in each of that many threads and returns the results by the number of the thread, from 0 on. A task
     * that throws fails the test at once, and the other threads are interrupted.
     */
    public static <T> List<T> of(int threads, IntFunction<T> task) {
        Queue<Thread> racing = new ConcurrentLinkedQueue<>();
        ExecutorService runners = Executors.newFixedThreadPool(threads, work -> daemon(work, racing));
        List<T> results;
        try {
            results = results(runners, threads, task);
        } catch (AssertionError failure) {
            if (!ends(runners, racing)) {
                failure.addSuppressed(new AssertionError("a thread of the race does not end when interrupted"));
            }
            throw failure;
        }
        if (!ends(runners, racing)) {
            throw new AssertionError("a thread of the race did not end");
        }
        return results;
    }

    private static <T> List<T> results(ExecutorService runners, int threads, IntFunction<T> task) {
        CountDownLatch ready = new CountDownLatch(threads);
        CompletionService<T> finished = new ExecutorCompletionService<>(runners);
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            running.add(finished.submit(() -> {
                ready.countDown();
                ready.await();
                return task.apply(number);
            }));
        }
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int i = 0; i < threads; i++) {
            result(next(finished, end));
        }
        return running.stream().map(Race::result).toList();
    }

    private static <T> Future<T> next(CompletionService<T> finished, long end) {
        try {
            Future<T> next = finished.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                throw new AssertionError("the race was not over within " + LONGEST.toSeconds() + " s");
            }
            return next;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a thread of the race failed", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Interrupts what still runs, and says whether no thread is left. */
    private static boolean ends(ExecutorService runners, Queue<Thread> racing) {
        runners.shutdownNow();
        long end = System.nanoTime() + LONGEST_STOP.toNanos();
        try {
            for (Thread thread : racing) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return racing.stream().noneMatch(Thread::isAlive);
    }

    private static Thread daemon(Runnable work, Queue<Thread> racing) {
        Thread thread = new Thread(work, "race");
        thread.setDaemon(true);
        racing.add(thread);
        return thread;
    }

    private static AssertionError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionError("interrupted while waiting", e);
    }
}
