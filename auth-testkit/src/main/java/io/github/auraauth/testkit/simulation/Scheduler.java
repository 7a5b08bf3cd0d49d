package io.github.auraauth.testkit.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Lets one actor run at a time, and time pass when none can. Who goes on among several is drawn. Everything but the watchdog
 * is touched only by the thread that holds the baton, and handed over with it.
 */
final class Scheduler {
    /** Later than everything else. */
    static final long NEVER = Long.MAX_VALUE;

    private static final Executor THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "simulated");
        thread.setDaemon(true);
        return thread;
    });

    private final Choices choices;
    private final Trace trace = new Trace();
    private final List<SimulatedThread> actors = new ArrayList<>();
    private final PriorityQueue<Event> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingLong(Event::tie));
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicLong steps = new AtomicLong();
    private volatile Optional<SimulatedThread> running = Optional.empty();
    private volatile Optional<Throwable> failure = Optional.empty();
    private volatile boolean abandoned;
    private boolean started;
    private boolean ending;
    private boolean inEvent;
    private long now;
    private long horizon = Duration.ofMinutes(10).toNanos();
    private Duration watchdog = Duration.ofSeconds(10);
    private int pauses = 100;
    private long longestPause = Duration.ofMillis(3).toNanos();
    private int stalls;
    private long longestStall;

    Scheduler(Choices choices) {
        this.choices = choices;
    }

    long now() {
        return now;
    }

    Trace trace() {
        return trace;
    }

    void horizon(Duration end) {
        horizon = end.toNanos();
    }

    void watchdog(Duration longest) {
        watchdog = longest;
    }

    void stalls(int perMille, Duration longest) {
        stalls = perMille;
        longestStall = longest.toNanos();
    }

    void add(SimulatedThread actor) {
        actor.waitFor(now, () -> true);
        actors.add(actor);
        if (ending) {
            actor.doom();
        }
    }

    /** Lets the process's actors unwind. */
    void doom(SimulatedProcess process) {
        actors.stream().filter(each -> each.process() == process).forEach(SimulatedThread::doom);
        if (!inEvent) {
            caller().filter(each -> each.process() == process).ifPresent(SimulatedThread::check);
        }
    }

    void at(long time, Runnable action) {
        if (time != NEVER) {
            agenda.add(new Event(Math.max(time, now), choices.bits(), action));
        }
    }

    /** Whoever calls, when it is an actor; empty for whoever sets the simulation up or judges it. */
    Optional<SimulatedThread> caller() {
        if (inEvent) {
            throw new IllegalStateException("an event calls a simulated dependency; only actors may");
        }
        Optional<SimulatedThread> actor = running.filter(each -> each.isIn(Thread.currentThread()));
        if (actor.isEmpty() && started && over.getCount() > 0 && !abandoned) {
            throw new IllegalStateException("a thread that is not simulated calls a simulated dependency");
        }
        return actor;
    }

    /** A point at which the caller's thread may have to wait for a processor, mostly not. */
    void preempt(SimulatedThread actor) {
        if (choices.chance(stalls)) {
            suspend(actor, choices.between(0, longestStall), () -> false);
        } else {
            suspend(actor, choices.chance(pauses) ? choices.between(0, longestPause) : 0, () -> false);
        }
    }

    /** The actor waits so long at most, or until the condition holds, and others go on. */
    void suspend(SimulatedThread actor, long nanos, BooleanSupplier condition) {
        actor.check();
        actor.waitFor(nanos > NEVER - now ? NEVER : now + nanos, condition);
        SimulatedThread next = next().orElseThrow();
        if (next != actor) {
            hand(next);
            actor.park();
        }
        actor.check();
    }

    /** To be called once. */
    void run() {
        started = true;
        next().ifPresentOrElse(this::hand, over::countDown);
        try {
            long seen = -1;
            while (!over.await(watchdog.toMillis(), TimeUnit.MILLISECONDS)) {
                if (seen == steps.get()) {
                    abandon();
                    break;
                }
                seen = steps.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(e);
        }
        failure.ifPresent(Scheduler::rethrow);
    }

    void fail(Throwable cause) {
        if (failure.isEmpty()) {
            failure = Optional.of(cause);
            trace.add(now, "simulation", "failed", cause.toString());
        }
    }

    void finish(SimulatedThread actor) {
        if (!abandoned) {
            actors.remove(actor);
            next().ifPresentOrElse(this::hand, over::countDown);
        }
    }

    private void hand(SimulatedThread next) {
        running = Optional.of(next);
        next.resume(THREADS);
    }

    /** Who goes on; empty when nobody is left. Time passes and events happen until somebody can. */
    private Optional<SimulatedThread> next() {
        while (true) {
            steps.lazySet(steps.get() + 1);
            if (!ending && (failure.isPresent() || actors.stream().allMatch(SimulatedThread::isBackground))) {
                ending = true;
                actors.forEach(SimulatedThread::doom);
            }
            actors.removeIf(SimulatedThread::isOver);
            if (actors.isEmpty()) {
                return Optional.empty();
            }
            Optional<SimulatedThread> ready = ready();
            if (ready.isPresent()) {
                return ready;
            }
            passTime();
        }
    }

    /** One of those that can go on now, unless an event that is due comes first. */
    private Optional<SimulatedThread> ready() {
        List<SimulatedThread> ready = new ArrayList<>(actors.size());
        for (SimulatedThread actor : actors) {
            if (actor.readyAt(now) <= now) {
                ready.add(actor);
            }
        }
        boolean due = !ending && !agenda.isEmpty() && agenda.element().time() <= now;
        if (ready.isEmpty() || due && choices.below(ready.size() + 1) == 0) {
            return Optional.empty();
        }
        return Optional.of(ready.size() == 1 ? ready.get(0) : choices.of(ready));
    }

    private void passTime() {
        long event = agenda.isEmpty() ? NEVER : agenda.element().time();
        long wake = NEVER;
        for (SimulatedThread actor : actors) {
            wake = Math.min(wake, actor.readyAt(now));
        }
        long next = Math.min(event, wake);
        if (next == NEVER || next > horizon) {
            fail(new AssertionError("nobody can go on before the simulation's end: "
                    + actors.stream().map(SimulatedThread::name).collect(Collectors.joining(", "))));
            return;
        }
        now = Math.max(now, next);
        if (event <= now) {
            happen(agenda.remove());
        }
    }

    private void happen(Event event) {
        inEvent = true;
        try {
            event.action().run();
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            inEvent = false;
        }
    }

    private void abandon() {
        AssertionError blocked = new AssertionError(running.map(SimulatedThread::name)
                        .orElse("nobody") + " blocks, and not by waiting in simulated time; see its stack");
        blocked.setStackTrace(running.map(SimulatedThread::stack).orElseGet(() -> new StackTraceElement[0]));
        fail(blocked);
        abandoned = true;
        List.copyOf(actors).forEach(SimulatedThread::abandon);
    }

    private static void rethrow(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        throw cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private record Event(long time, long tie, Runnable action) {}
}
