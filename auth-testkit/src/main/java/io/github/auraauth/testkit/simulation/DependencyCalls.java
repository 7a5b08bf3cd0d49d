package io.github.auraauth.testkit.simulation;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the calls of a port into requests and answers that travel. */
final class DependencyCalls implements InvocationHandler {
    /** How long a caller without a deadline waits. */
    private static final long PATIENCE = Duration.ofMillis(1_500).toNanos();

    /** How much of a caller's time an optimisation may take. */
    private static final long PATIENCE_FOR_SILENT = Duration.ofMillis(300).toNanos();

    /** For what arrives after its caller has given up. */
    private static final Deadline ENDLESS = Deadline.in(Duration.ofDays(1), InstantSource.fixed(Simulation.START));

    private final Dependency<?> dependency;
    private final Scheduler scheduler;
    private final Choices choices;
    private final Map<Method, String> names = new HashMap<>();

    DependencyCalls(Dependency<?> dependency, Scheduler scheduler, Choices choices) {
        this.dependency = dependency;
        this.scheduler = scheduler;
        this.choices = choices;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] given) throws Throwable {
        Object[] arguments = Optional.ofNullable(given).orElseGet(() -> new Object[0]);
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "simulated " + dependency.name();
            };
        }
        names.computeIfAbsent(method, this::name);
        Optional<SimulatedThread> caller = scheduler.caller();
        if (caller.isEmpty()) {
            return Reply.of(dependency.real(), method, arguments).give();
        }
        scheduler.preempt(caller.get());
        return dependency.faults().isLocal()
                ? local(caller.get(), method, arguments)
                : remote(caller.get(), method, arguments);
    }

    private Object local(SimulatedThread caller, Method method, Object[] arguments) throws Throwable {
        Reply reply = Reply.of(dependency.targetOf(caller.process()), method, arguments);
        note(caller, method, reply.toString());
        scheduler.preempt(caller);
        return reply.give();
    }

    private Object remote(SimulatedThread caller, Method method, Object[] arguments) throws Throwable {
        Faults faults = dependency.faults();
        Optional<Deadline> deadline = deadline(arguments);
        int fault = choices.below(1_000);
        if (fault < faults.refused()) {
            note(caller, method, "is not asked");
            return nothing(method, new Outage.CircuitOpen(dependency.name()));
        }
        long patience = patience(deadline);
        if (patience == 0) {
            return nothing(method, new Outage.TimedOut(dependency.name()));
        }
        boolean breaks = fault < faults.refused() + faults.broken();
        Exchange exchange = new Exchange();
        send(caller, method, arguments, exchange);
        if (faults.silent() && method.getReturnType() == void.class && deadline.isEmpty()) {
            return nothing(method, new Outage.TimedOut(dependency.name()));
        }
        scheduler.suspend(
                caller, breaks ? choices.between(0, faults.slowest().toNanos()) : patience, exchange::isAnswered);
        if (exchange.isAnswered()) {
            note(caller, method, "answered");
            return exchange.reply().give();
        }
        note(caller, method, breaks ? "broken off" : "given up");
        return nothing(
                method, breaks ? new Outage.Unavailable(dependency.name()) : new Outage.TimedOut(dependency.name()));
    }

    /** Lets the request travel, take effect, and be answered, whatever becomes of its caller. */
    private void send(SimulatedThread caller, Method method, Object[] arguments, Exchange exchange) {
        note(caller, method, "asked");
        long there = dependency.faults().travel(choices);
        long back = dependency.faults().travel(choices);
        Object[] endless = Arrays.stream(arguments)
                .map(each -> each instanceof Deadline ? ENDLESS : each)
                .toArray();
        int connection = dependency.connection();
        scheduler.at(
                later(there),
                () -> dependency.arrive(connection, () -> {
                    Reply reply = Reply.of(dependency.targetOf(caller.process()), method, endless);
                    note(caller, method, "took effect, " + reply);
                    scheduler.at(later(back), () -> {
                        if (connection == dependency.connection()) {
                            exchange.answer(reply);
                        }
                    });
                }));
    }

    private long later(long nanos) {
        return nanos == Scheduler.NEVER ? nanos : scheduler.now() + nanos;
    }

    private long patience(Optional<Deadline> deadline) {
        long most = dependency.faults().silent() ? PATIENCE_FOR_SILENT : PATIENCE;
        return deadline.map(end -> end.remaining().toNanos())
                .map(left -> dependency.faults().silent() ? Math.min(left, most) : left)
                .orElse(most);
    }

    /** What a caller is told who is not told what came of the call. */
    private Object nothing(Method method, Outage outage) throws Throwable {
        Class<?> type = method.getReturnType();
        if (!dependency.faults().silent()) {
            throw outage;
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class) {
            return List.of();
        }
        return new Reply(type == boolean.class ? Optional.of(false) : Optional.empty(), Optional.empty()).give();
    }

    private static Optional<Deadline> deadline(Object[] arguments) {
        return Arrays.stream(arguments)
                .filter(Deadline.class::isInstance)
                .map(Deadline.class::cast)
                .findFirst();
    }

    private String name(Method method) {
        return dependency.name() + "." + method.getName();
    }

    private void note(SimulatedThread caller, Method method, String outcome) {
        scheduler.trace().add(scheduler.now(), caller.name(), names.getOrDefault(method, ""), outcome);
    }
}
