package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.operations.OperationEndpoints;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.server.Api;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The part of the authentication API that is served while the service starts: its health and its metrics. */
public final class StartupApi {
    private static final Set<String> SERVED = Set.of("reportHealth", "readMetrics");

    private StartupApi() {}

    public static Api of(OperationEndpoints operations) {
        ApiDefinition whole = Definitions.authentication();
        ApiDefinition served = new ApiDefinition(
                whole.yaml(),
                whole.tree(),
                whole.basePath(),
                whole.operations().stream()
                        .filter(operation -> SERVED.contains(operation.mapping().id()))
                        .toList());
        Map<String, Endpoint> endpoints = new HashMap<>(operations.byOperation());
        endpoints.keySet().retainAll(SERVED);
        return new Api(served, Map.of(), endpoints);
    }
}
