package io.github.auraauth.front.server;

import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.request.Authenticator;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.ErrorPages;
import io.github.auraauth.front.request.RequestHook;
import io.github.auraauth.front.response.ErrorFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the APIs that a server serves.
 *
 * @param authenticators by the names that security schemes have in the definition
 * @param endpoints by the names that operations have in the definition
 * @param hooks what the API checks or notes of every request, in this order
 * @param errors the form of its errors
 * @param pages what errors are for the operations that people see; absent where there are none of these
 * @param origins whose pages may use the operations that the definition opens to other origins; absent where they are those
 *     that the server is set up with
 */
public record Api(
        ApiDefinition definition,
        Map<String, Authenticator> authenticators,
        Map<String, Endpoint> endpoints,
        List<RequestHook> hooks,
        ErrorFormat errors,
        Optional<ErrorPages> pages,
        Optional<AllowedOrigins> origins) {
    public Api {
        authenticators = Map.copyOf(authenticators);
        endpoints = Map.copyOf(endpoints);
        hooks = List.copyOf(hooks);
    }

    /** One that no person sees, without hooks, whose errors are a code and a message. */
    public Api(ApiDefinition definition, Map<String, Authenticator> authenticators, Map<String, Endpoint> endpoints) {
        this(
                definition,
                authenticators,
                endpoints,
                List.of(),
                ErrorFormat.CODE_AND_MESSAGE,
                Optional.empty(),
                Optional.empty());
    }

    /** The same with more hooks, which come after those that it has. */
    public Api and(List<RequestHook> more) {
        List<RequestHook> all = new ArrayList<>(hooks);
        all.addAll(more);
        return new Api(definition, authenticators, endpoints, all, errors, pages, origins);
    }

    /** The same with pages for people. */
    public Api with(ErrorPages others) {
        return new Api(definition, authenticators, endpoints, hooks, errors, Optional.of(others), origins);
    }

    /** The same with errors of that form. */
    public Api with(ErrorFormat other) {
        return new Api(definition, authenticators, endpoints, hooks, other, pages, origins);
    }

    /** The same, whose operations for other origins are for those and for no others. */
    public Api openTo(AllowedOrigins others) {
        return new Api(definition, authenticators, endpoints, hooks, errors, pages, Optional.of(others));
    }
}
