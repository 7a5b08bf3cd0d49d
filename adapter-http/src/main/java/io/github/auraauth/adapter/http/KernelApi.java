package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.definition.ApiDefinition;
import io.github.auraauth.adapter.http.front.BearerGate;
import io.github.auraauth.adapter.http.operations.DefinitionEndpoints;
import io.github.auraauth.adapter.http.operations.OperationEndpoints;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.adapter.http.users.OwnUserEndpoints;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The API published in Kernel: the authentication API's operations of level kernel, behind Kernel's own tokens. */
final class KernelApi {
    private KernelApi() {}

    static Api of(String version, InboundPorts ports, InboundPorts.Kernel kernel, InstantSource clock) {
        ApiDefinition definition = ApiDefinition.loadKernel();
        Map<String, Endpoint> endpoints = new HashMap<>();
        endpoints.putAll(new OwnUserEndpoints(kernel.users(), ports.persons()).byOperation());
        endpoints.putAll(new DefinitionEndpoints(definition).byOperation());
        endpoints.put("ping", OperationEndpoints.pinging(version, clock));
        return new Api(definition, new BearerGate(kernel.callers()), endpoints);
    }
}
