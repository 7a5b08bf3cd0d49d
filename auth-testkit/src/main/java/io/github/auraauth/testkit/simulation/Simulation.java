package io.github.auraauth.testkit.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One run of processes over simulated dependencies, under a schedule that follows from a seed. It begins at {@link #START};
 * time passes only when every thread waits. Set it up and judge it outside of {@link #run}; meanwhile only its own threads may
 * use what it has given out.
 */
public final class Simulation {
    /** When every simulation begins, by its true time. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final long seed;
    private final Choices choices;
    private final Scheduler scheduler;
    private final SimulatedProcess driver;

    private Simulation(long seed) {
        this.seed = seed;
        this.choices = Choices.of(seed);
        this.scheduler = new Scheduler(choices.split());
        this.driver = new SimulatedProcess(scheduler, "driver", START);
    }

    /** The simulation of that seed. */
    public static Simulation of(long seed) {
        return new Simulation(seed);
    }

    public long seed() {
        return seed;
    }

    /** What the scenario leaves to chance. */
    public Choices choices() {
        return choices;
    }

    /** A new process, whose clocks are true until they are set. */
    public SimulatedProcess process(String name) {
        Duration since = Duration.ofDays(choices.below(1_000));
        return new SimulatedProcess(scheduler, name, Instant.EPOCH.plus(since));
    }

    /**
     * A dependency that all processes share.
     *
     * @param port its interface
     * @param real does what a call asks for, at once; a {@code Deadline} among the arguments never passes in it
     */
    public <P> Dependency<P> dependency(String name, Class<P> port, P real, Faults faults) {
        return new Dependency<>(scheduler, choices.split(), name, port, real, faults);
    }

    /** Something that happens to the world at that time from the start: it calls no dependency. */
    public void at(Duration time, String what, Runnable event) {
        scheduler.at(time.toNanos(), () -> {
            note(what);
            event.run();
        });
    }

    /** Something that happens to the world so long after now. */
    public void after(Duration time, String what, Runnable event) {
        at(now().plus(time), what, event);
    }

    /** Starts a thread that belongs to no process that is simulated: who drives the others. */
    public void start(String thread, Runnable body) {
        driver.start(thread, body);
    }

    /** Lets the calling thread wait, and others go on. */
    public void pause(Duration time) {
        scheduler.suspend(scheduler.caller().orElseThrow(), time.toNanos(), () -> false);
    }

    /** True time since the start. */
    public Duration now() {
        return Duration.ofNanos(scheduler.now());
    }

    /** True time, as a clock. */
    public InstantSource clock() {
        return () -> START.plusNanos(scheduler.now());
    }

    /** Lets threads stop for up to that long, at so many of a thousand points, as when memory is collected. */
    public void stalls(int perMille, Duration longest) {
        scheduler.stalls(perMille, longest);
    }

    /** When it must be over, from the start; ten minutes unless it is told. */
    public void horizon(Duration end) {
        scheduler.horizon(end);
    }

    /** For how long, in real time, a thread may run without calling anything that is simulated; ten seconds unless told. */
    public void watchdog(Duration longest) {
        scheduler.watchdog(longest);
    }

    /** Puts a line into the trace. */
    public void note(String what) {
        scheduler.trace().add(scheduler.now(), "scenario", what, "");
    }

    /**
     * Runs until every thread is over but those that repeat something; they end then too.
     *
     * @throws AssertionError when a thread blocks in real time, none can go on, or it lasts beyond its horizon; else what a
     *     thread or an event has thrown
     */
    public void run() {
        scheduler.run();
    }

    /** What has happened so far, a line each; the same for the same seed. */
    public String trace() {
        return scheduler.trace().toString();
    }
}
