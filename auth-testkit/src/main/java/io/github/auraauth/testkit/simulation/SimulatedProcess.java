package io.github.auraauth.testkit.simulation;

import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/**
 * One run of a program, from its start to its crash: its threads, its wall clock, which may be wrong, and its steady clock.
 * What starts again after a crash is another process.
 */
public final class SimulatedProcess {
    private final Scheduler scheduler;
    private final String name;
    private final Instant steadyStart;
    private Duration skew = Duration.ZERO;
    private boolean crashed;
    private long stillUntil;

    SimulatedProcess(Scheduler scheduler, String name, Instant steadyStart) {
        this.scheduler = scheduler;
        this.name = name;
        this.steadyStart = steadyStart;
    }

    public String name() {
        return name;
    }

    /** The wall clock, off by the skew. */
    public InstantSource clock() {
        return () -> Simulation.START.plus(skew).plusNanos(scheduler.now());
    }

    /** A clock that is never set, and that tells nothing but the time since some moment of this process. */
    public InstantSource steadyClock() {
        return () -> steadyStart.plusNanos(scheduler.now());
    }

    /** Sets the wall clock: so far it is ahead of true time from now on, or behind. */
    public void skew(Duration ahead) {
        skew = ahead;
        scheduler.trace().add(scheduler.now(), name, "clock set", ahead.toString());
    }

    /** A deadline by the steady clock, that lets others go on while a thread waits for it. */
    public Deadline deadline(Duration time) {
        return Deadline.in(time, steadyClock(), this::await);
    }

    /** Starts a thread, without which the simulation does not end. */
    public void start(String thread, Runnable body) {
        add(thread, false, body);
    }

    /** Starts a thread that runs the body again and again, so long after its last end, until the simulation ends. */
    public void every(Duration interval, String thread, Runnable body) {
        add(thread, true, () -> {
            while (true) {
                body.run();
                scheduler.suspend(scheduler.caller().orElseThrow(), interval.toNanos(), () -> false);
            }
        });
    }

    /**
     * Ends it. Its threads get no further than where they are, and reach no dependency any more; what was already on its way
     * to one arrives all the same.
     */
    public void crash() {
        crashed = true;
        scheduler.trace().add(scheduler.now(), name, "crash", "");
        scheduler.doom(this);
    }

    /** Lets none of its threads go on for so long, as when its machine is suspended; its clocks go on. */
    public void standStill(Duration time) {
        stillUntil = scheduler.now() + time.toNanos();
        scheduler.trace().add(scheduler.now(), name, "stands still", time.toString());
    }

    long stillUntil() {
        return stillUntil;
    }

    public boolean hasCrashed() {
        return crashed;
    }

    private void add(String thread, boolean background, Runnable body) {
        if (crashed) {
            throw new IllegalStateException(name + " has crashed");
        }
        scheduler.add(new SimulatedThread(scheduler, this, thread, background, body));
    }

    private boolean await(CompletableFuture<?> result, Deadline deadline) {
        SimulatedThread actor = scheduler.caller().orElseThrow();
        scheduler.preempt(actor);
        while (!result.isDone() && !deadline.hasPassed()) {
            scheduler.suspend(actor, deadline.remaining().toNanos(), result::isDone);
        }
        return result.isDone();
    }

    @Override
    public String toString() {
        return name;
    }
}
