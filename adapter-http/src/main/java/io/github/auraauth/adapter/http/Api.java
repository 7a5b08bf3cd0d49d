package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.definition.ApiDefinition;
import io.github.auraauth.adapter.http.front.Doorkeeper;
import io.github.auraauth.adapter.http.request.Endpoint;
import java.util.Map;

/**
 * What one server serves.
 *
 * @param endpoints by the names that operations have in the definition
 */
record Api(ApiDefinition definition, Doorkeeper doorkeeper, Map<String, Endpoint> endpoints) {
    Api {
        endpoints = Map.copyOf(endpoints);
    }
}
