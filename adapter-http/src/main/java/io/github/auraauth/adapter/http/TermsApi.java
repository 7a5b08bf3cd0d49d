package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.definition.ApiDefinition;
import io.github.auraauth.adapter.http.front.TermsGate;
import io.github.auraauth.adapter.http.operations.TermsOperationEndpoints;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.adapter.http.terms.TermsChangingEndpoints;
import io.github.auraauth.adapter.http.terms.TermsReadingEndpoints;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The terms API. */
final class TermsApi {
    private TermsApi() {}

    static Api of(HttpConfig.Service service, TermsPorts ports, PrometheusMeterRegistry registry, InstantSource clock) {
        Map<String, Endpoint> endpoints = new HashMap<>();
        endpoints.putAll(new TermsChangingEndpoints(ports.acceptances()).byOperation());
        endpoints.putAll(new TermsReadingEndpoints(ports.acceptances()).byOperation());
        endpoints.putAll(new TermsOperationEndpoints(service.version(), registry, clock).byOperation());
        return new Api(ApiDefinition.loadTerms(), new TermsGate(ports.keys()), endpoints);
    }
}
