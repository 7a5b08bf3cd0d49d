package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.kernel.KernelAuthenticator;
import io.github.auraauth.adapter.http.kernel.OwnUserEndpoints;
import io.github.auraauth.adapter.http.operations.DefinitionEndpoints;
import io.github.auraauth.adapter.http.operations.OperationEndpoints;
import io.github.auraauth.adapter.http.user.BlockModeHook;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.server.Api;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The API published in Kernel: the authentication API's operations of level kernel, behind Kernel's own tokens. */
public final class KernelApi {
    private KernelApi() {}

    /** The API. */
    public static Api of(HttpConfig config, InboundPorts ports, InboundPorts.Kernel kernel, InstantSource clock) {
        ApiDefinition definition = Definitions.kernel();
        Map<String, Endpoint> endpoints = new HashMap<>();
        endpoints.putAll(new OwnUserEndpoints(
                        ports.registering().byAuthorizationId(),
                        kernel.removing(),
                        kernel.newest(),
                        ports.removing().persons())
                .byOperation());
        endpoints.putAll(new DefinitionEndpoints(definition).byOperation());
        endpoints.put("ping", OperationEndpoints.pinging(config.version(), clock));
        return new Api(definition, Map.of("accessToken", new KernelAuthenticator(kernel.callers())), endpoints)
                .with(List.of(new BlockModeHook(config.blockMode())));
    }
}
