package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.apikey.ApiKeyAuthenticator;
import io.github.auraauth.adapter.http.operations.DefinitionEndpoints;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.ErrorPages;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication;
import java.util.HashMap;
import java.util.Map;

/** The authentication API, whose operations are those of several features. */
public final class AuthenticationApi {
    private AuthenticationApi() {}

    /**
     * The API, which serves its own definition too.
     *
     * @param features what serves all other operations
     * @param pages what people see where something is refused
     * @param prefix path that a proxy takes off, below which callers find the API; empty for none
     */
    public static Api of(ApiKeyAuthentication keys, Map<String, Endpoint> features, ErrorPages pages, String prefix) {
        ApiDefinition definition = Definitions.authentication();
        Map<String, Endpoint> endpoints = new HashMap<>(features);
        endpoints.putAll(new DefinitionEndpoints(definition, prefix).byOperation());
        return new Api(definition, Map.of("apiKey", new ApiKeyAuthenticator(keys)), endpoints).with(pages);
    }
}
