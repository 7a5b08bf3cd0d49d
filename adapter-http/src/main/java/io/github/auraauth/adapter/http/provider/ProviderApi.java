package io.github.auraauth.adapter.http.provider;

import io.github.auraauth.adapter.http.Definitions;
import io.github.auraauth.adapter.http.operations.DefinitionEndpoints;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.OAuthErrorFormat;
import io.github.auraauth.front.server.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The OpenID provider as programs see it, {@code /oidc}, and its metadata at the root. */
public final class ProviderApi {
    private ProviderApi() {}

    /**
     * The API, which serves its own definition too, and the one of the single document at the root (RFC 8414, section 3.1).
     *
     * @param prefix path that a proxy takes off, below which callers find the API; empty for none
     */
    public static List<Api> of(ProviderPorts ports, ProviderDescription description, String prefix) {
        ApiDefinition definition = Definitions.provider();
        ProviderDocuments documents = new ProviderDocuments(ports.keys(), description);
        Map<String, Endpoint> endpoints = new HashMap<>(new DefinitionEndpoints(definition, prefix).byOperation());
        endpoints.putAll(new TokenEndpoints(ports.tokens(), description.issuer()).byOperation());
        endpoints.putAll(new UserInfoEndpoints(ports.userInfo()).byOperation());
        endpoints.putAll(documents.byOperation());
        var authenticators = Map.of("client", new BasicClientReader(), "accessToken", new BearerAuthenticator());
        return List.of(
                open(new Api(definition, authenticators, endpoints), ports),
                open(new Api(Definitions.providerMetadata(), Map.of(), documents.atTheRoot()), ports));
    }

    private static Api open(Api api, ProviderPorts ports) {
        return api.with(new OAuthErrorFormat()).openTo(ports.origins()::isKnown);
    }
}
