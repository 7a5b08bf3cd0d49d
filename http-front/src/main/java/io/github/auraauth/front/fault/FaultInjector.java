package io.github.auraauth.front.fault;

import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.server.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/**
 * Puts faults into operations, behind all checks of a request. Operations that wait for nothing, liveness among them, are left
 * as they are. An API that was not given to an injector has nothing of it.
 */
public final class FaultInjector {
    private final Function<String, Optional<Fault>> faults;
    private final ScheduledExecutorService timer;

    /**
     * @param faults what an operation that is asked for is to answer, by its method and the template of its whole path with a
     *     space between them; empty for as usual
     * @param timer ends delays, so that no thread waits for them
     */
    public FaultInjector(Function<String, Optional<Fault>> faults, ScheduledExecutorService timer) {
        this.faults = faults;
        this.timer = timer;
    }

    /** The operations that faults can be put into, as {@code faults} is asked for them. */
    public static List<String> operations(Api api) {
        return api.definition().operations().stream()
                .filter(operation -> !operation.traits().immediate())
                .map(operation -> name(api, operation))
                .toList();
    }

    /** The same API, whose operations have faults. */
    public Api into(Api api) {
        Map<String, Endpoint> endpoints = new HashMap<>(api.endpoints());
        for (Operation operation : api.definition().operations()) {
            if (!operation.traits().immediate()) {
                String name = name(api, operation);
                endpoints.computeIfPresent(
                        operation.mapping().id(),
                        (id, endpoint) -> new FaultyEndpoint(endpoint, () -> faults.apply(name), timer));
            }
        }
        return new Api(
                api.definition(),
                api.authenticators(),
                endpoints,
                api.hooks(),
                api.errors(),
                api.pages(),
                api.origins());
    }

    private static String name(Api api, Operation operation) {
        String base = api.definition().basePath();
        return operation.mapping().method()
                + ' '
                + (base.equals("/") ? "" : base)
                + '/'
                + String.join("/", operation.mapping().template());
    }
}
