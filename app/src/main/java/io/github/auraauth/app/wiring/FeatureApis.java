package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.http.AuthenticationApi;
import io.github.auraauth.adapter.http.operations.OperationEndpoints;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.ErrorPages;
import io.github.auraauth.front.request.RequestHook;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes APIs of what the features bring. */
final class FeatureApis {
    private FeatureApis() {}

    /**
     * The authentication API with the endpoints of all modules, then the APIs that they bring of their own.
     *
     * @param errors what people see of the authentication API where something is refused
     * @param hook of all APIs, behind their own
     * @param address where callers reach the service
     */
    static List<Api> of(
            List<FeatureModule> modules,
            OperationEndpoints operations,
            ApiKeyAuthentication keys,
            ErrorPages errors,
            RequestHook hook,
            ServiceAddress address) {
        Map<String, Endpoint> endpoints = new HashMap<>(operations.byOperation());
        modules.forEach(module -> endpoints.putAll(module.endpoints()));
        List<Api> apis = new ArrayList<>();
        apis.add(AuthenticationApi.of(keys, endpoints, errors, address.prefix()));
        modules.forEach(module -> module.api().ifPresent(apis::add));
        apis.replaceAll(api -> api.and(List.of(hook)));
        return apis;
    }
}
