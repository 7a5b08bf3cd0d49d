package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.definition.ApiDefinition;
import io.github.auraauth.adapter.http.front.Desk;
import io.github.auraauth.adapter.http.front.Doorkeeper;
import io.github.auraauth.adapter.http.front.Endpoints;
import io.github.auraauth.adapter.http.front.Presenter;
import io.github.auraauth.adapter.http.request.Endpoint;
import java.util.Map;

/**
 * One of the APIs that a server serves.
 *
 * @param endpoints by the names that operations have in the definition
 * @param presenter who makes pages of refusals, for the operations that people see
 */
record Api(ApiDefinition definition, Doorkeeper doorkeeper, Map<String, Endpoint> endpoints, Presenter presenter) {
    Api {
        endpoints = Map.copyOf(endpoints);
    }

    /** One that no person sees. */
    Api(ApiDefinition definition, Doorkeeper doorkeeper, Map<String, Endpoint> endpoints) {
        this(definition, doorkeeper, endpoints, Presenter.NONE);
    }

    Desk desk() {
        return new Desk(doorkeeper, new Endpoints(definition.operations(), endpoints), presenter);
    }
}
