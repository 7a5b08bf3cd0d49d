package io.github.auraauth.app.wiring.behaviour;

import io.github.auraauth.adapter.channels.HttpChannelDirectory;
import io.github.auraauth.app.probe.DirectLineProbe;
import io.github.auraauth.app.probe.KernelProbe;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.wiring.OperatorStorage;
import io.github.auraauth.domain.behaviour.Behaviour;
import io.github.auraauth.domain.behaviour.BehaviourTarget;
import io.github.auraauth.front.fault.Fault;
import io.github.auraauth.front.fault.FaultInjector;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.usecase.behaviour.ActiveBehaviours;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;

/** Behaviours as they are put into APIs, and what there is that can behave. */
final class InjectedBehaviours implements AutoCloseable {
    private static final List<String> DEPENDENCIES = List.of(
            KernelProbe.UPSTREAM,
            DirectLineProbe.UPSTREAM,
            HttpChannelDirectory.UPSTREAM,
            OperatorStorage.ACCOUNT,
            OperatorStorage.RESOURCES,
            OperatorStorage.COMMON);

    private final ActiveBehaviours active;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "behaviours");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Optional<List<BehaviourTarget>> known = Optional.empty();

    InjectedBehaviours(ClockAndRandom clockAndRandom) {
        this.active = new ActiveBehaviours(clockAndRandom.clock(), clockAndRandom.random());
    }

    ActiveBehaviours active() {
        return active;
    }

    /** All that can behave; empty before the APIs are known. */
    Optional<List<BehaviourTarget>> known() {
        return known;
    }

    List<Api> into(Collection<Api> apis) {
        known = Optional.of(Stream.concat(
                        apis.stream()
                                .flatMap(api -> FaultInjector.operations(api).stream())
                                .map(BehaviourTarget::route),
                        DEPENDENCIES.stream().map(BehaviourTarget::dependency))
                .toList());
        FaultInjector injector = new FaultInjector(
                operation -> active.of(BehaviourTarget.route(operation)).map(InjectedBehaviours::fault), timer);
        return apis.stream().map(injector::into).toList();
    }

    private static Fault fault(Behaviour behaviour) {
        return new Fault(behaviour.delay(), behaviour.status());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
