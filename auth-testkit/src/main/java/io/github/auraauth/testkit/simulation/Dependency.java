package io.github.auraauth.testkit.simulation;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A dependency whose calls take simulated time and can fail. */
public final class Dependency<P> {
    private final Scheduler scheduler;
    private final String name;
    private final P real;
    private final P port;
    private final Map<SimulatedProcess, P> routes = new HashMap<>();
    private final List<Runnable> queued = new ArrayList<>();
    private Faults faults;
    private boolean frozen;
    private int connection;

    Dependency(Scheduler scheduler, Choices choices, String name, Class<P> port, P real, Faults faults) {
        this.scheduler = scheduler;
        this.name = name;
        this.real = Objects.requireNonNull(real, "real");
        this.faults = faults;
        this.port = port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, new DependencyCalls(this, scheduler, choices)));
    }

    /** What processes call. */
    public P port() {
        return port;
    }

    /** Lets it behave like that from now on. */
    public void behave(Faults other) {
        faults = other;
    }

    /** From now on requests wait, and nothing is answered. */
    public void freeze() {
        frozen = true;
        note("freezes");
    }

    /** What was asked meanwhile takes effect, in order, and is answered to those that still wait. */
    public void thaw() {
        frozen = false;
        note("thaws");
        List<Runnable> waiting = List.copyOf(queued);
        queued.clear();
        waiting.forEach(Runnable::run);
    }

    /** Breaks every connection: what is on its way, there or back, is lost. */
    public void disconnect() {
        connection++;
        queued.clear();
        note("loses its connections");
    }

    public boolean isFrozen() {
        return frozen;
    }

    /** From now on what that process asks arrives at another one, such as at the minority's side of a network that is cut. */
    public void route(SimulatedProcess process, P other) {
        routes.put(process, other);
        note("is another one for " + process);
    }

    /** From now on what that process asks arrives where all others ask. */
    public void heal(SimulatedProcess process) {
        routes.remove(process);
        note("is the same again for " + process);
    }

    /** Which connections there are; another number after they broke. */
    int connection() {
        return connection;
    }

    /** Now, or when it thaws; not over a connection that broke. */
    void arrive(int over, Runnable request) {
        if (over != connection) {
            return;
        }
        if (frozen) {
            queued.add(request);
        } else {
            request.run();
        }
    }

    P targetOf(SimulatedProcess process) {
        return routes.getOrDefault(process, real);
    }

    P real() {
        return real;
    }

    Faults faults() {
        return faults;
    }

    String name() {
        return name;
    }

    private void note(String what) {
        scheduler.trace().add(scheduler.now(), name, what, "");
    }
}
