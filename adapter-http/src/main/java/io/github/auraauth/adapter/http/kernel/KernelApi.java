package io.github.auraauth.adapter.http.kernel;

import io.github.auraauth.adapter.http.Definitions;
import io.github.auraauth.adapter.http.operations.DefinitionEndpoints;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.port.in.kernel.KernelAuthentication;
import java.util.HashMap;
import java.util.Map;

/** The API published in Kernel: the authentication API's operations of level kernel, behind Kernel's own tokens. */
public final class KernelApi {
    private KernelApi() {}

    /**
     * The API, which serves its own definition too.
     *
     * @param ping says which service this is
     * @param prefix path that a proxy takes off, below which callers find the API; empty for none
     */
    public static Api of(KernelAuthentication callers, OwnUserEndpoints users, Endpoint ping, String prefix) {
        ApiDefinition definition = Definitions.kernel();
        Map<String, Endpoint> endpoints = new HashMap<>(users.byOperation());
        endpoints.putAll(new DefinitionEndpoints(definition, prefix).byOperation());
        endpoints.put("ping", ping);
        return new Api(definition, Map.of("accessToken", new KernelAuthenticator(callers)), endpoints);
    }
}
