package io.github.auraauth.testkit.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plays a scenario under the schedules of many seeds, from 1 on; where the system property {@value #SEED} is set, under that
 * seed alone, whose trace is printed.
 */
public final class Schedules {
    /** The system property that names a seed to replay. */
    public static final String SEED = "aura.simulation.seed";

    private static final int WORKERS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

    private Schedules() {}

    /**
     * Plays so many schedules of a scenario that is to keep its promises.
     *
     * @throws ScheduleFailure of the least seed, when one breaks a promise
     */
    public static void hold(String scenario, int schedules, Scenario played) {
        Optional<Long> seed = Optional.ofNullable(Long.getLong(SEED));
        if (seed.isPresent()) {
            replay(scenario, seed.get(), played);
            return;
        }
        firstFailure(scenario, schedules, played).ifPresent(failure -> {
            throw failure;
        });
    }

    /** The failure of least seed in so many schedules; empty when all of them keep their promises. */
    public static Optional<ScheduleFailure> firstFailure(String scenario, int schedules, Scenario played) {
        AtomicLong next = new AtomicLong(1);
        Queue<ScheduleFailure> failures = new ConcurrentLinkedQueue<>();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                working.add(workers.submit(() -> {
                    while (failures.isEmpty()) {
                        long seed = next.getAndIncrement();
                        if (seed > schedules) {
                            return;
                        }
                        play(scenario, Simulation.of(seed), played).ifPresent(failures::add);
                    }
                }));
            }
            for (Future<?> each : working) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted among the schedules of " + scenario, e);
        } finally {
            workers.shutdownNow();
        }
        return failures.stream().min(Comparator.comparingLong(ScheduleFailure::seed));
    }

    private static void replay(String scenario, long seed, Scenario played) {
        Simulation simulation = Simulation.of(seed);
        Optional<ScheduleFailure> failure = play(scenario, simulation, played);
        if (failure.isPresent()) {
            throw failure.get();
        }
        System.out.println("schedule " + seed + " of " + scenario + " keeps its promises:\n" + simulation.trace());
    }

    private static Optional<ScheduleFailure> play(String scenario, Simulation simulation, Scenario played) {
        try {
            played.play(simulation);
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            return Optional.of(new ScheduleFailure(scenario, simulation, e));
        }
    }
}
