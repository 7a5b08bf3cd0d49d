package io.github.auraauth.testkit.simulation;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** One thread of a simulated process. It runs only while it holds the baton, of which there is one. */
final class SimulatedThread implements Runnable {
    private final Scheduler scheduler;
    private final SimulatedProcess process;
    private final String name;
    private final boolean background;
    private final Runnable body;
    private final Semaphore baton = new Semaphore(0);
    private volatile Optional<Thread> thread = Optional.empty();
    private boolean begun;
    private volatile boolean doomed;
    private long wakeAt;
    private BooleanSupplier condition = SimulatedThread::nothing;

    /** @param background whether the simulation ends without it */
    SimulatedThread(Scheduler scheduler, SimulatedProcess process, String name, boolean background, Runnable body) {
        this.scheduler = scheduler;
        this.process = process;
        this.name = process.name() + "/" + name;
        this.background = background;
        this.body = body;
    }

    String name() {
        return name;
    }

    SimulatedProcess process() {
        return process;
    }

    boolean isBackground() {
        return background;
    }

    boolean isIn(Thread other) {
        return thread.filter(mine -> mine == other).isPresent();
    }

    /** Waits until that time at most, or until the condition holds. */
    void waitFor(long time, BooleanSupplier until) {
        wakeAt = time;
        condition = until;
    }

    /** When it can go on, by what is known now. */
    long readyAt(long now) {
        if (doomed) {
            return now;
        }
        long ready = wakeAt <= now || condition.getAsBoolean() ? now : wakeAt;
        return Math.max(ready, process.stillUntil());
    }

    /** From its next point on it only unwinds. */
    void doom() {
        doomed = true;
    }

    boolean isOver() {
        return doomed && !begun;
    }

    void check() {
        if (doomed) {
            throw new ProcessCrashed(process.name());
        }
    }

    /** Gives it the baton. */
    void resume(Executor threads) {
        condition = SimulatedThread::nothing;
        if (begun) {
            baton.release();
        } else {
            begun = true;
            threads.execute(this);
        }
    }

    /** Waits for the baton. */
    void park() {
        baton.acquireUninterruptibly();
    }

    @Override
    public void run() {
        thread = Optional.of(Thread.currentThread());
        try {
            check();
            body.run();
        } catch (ProcessCrashed unwound) {
            // as it was to be
        } catch (RuntimeException | Error e) {
            scheduler.fail(e);
        } finally {
            thread = Optional.empty();
            scheduler.finish(this);
        }
    }

    /** Ends one whose thread is blocked by something else than the baton. */
    void abandon() {
        doomed = true;
        baton.release();
        thread.ifPresent(Thread::interrupt);
    }

    private static boolean nothing() {
        return false;
    }

    StackTraceElement[] stack() {
        return thread.map(Thread::getStackTrace).orElseGet(() -> new StackTraceElement[0]);
    }
}
