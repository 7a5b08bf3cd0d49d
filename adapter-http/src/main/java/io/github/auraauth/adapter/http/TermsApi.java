package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.operations.TermsOperationEndpoints;
import io.github.auraauth.adapter.http.terms.TermsAuthenticator;
import io.github.auraauth.adapter.http.terms.TermsChangingEndpoints;
import io.github.auraauth.adapter.http.terms.TermsReadingEndpoints;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.server.Api;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The terms API. */
public final class TermsApi {
    private TermsApi() {}

    /**
     * The API.
     *
     * @param version of this release
     * @param registry what {@code /metrics} shows
     */
    public static Api of(String version, TermsPorts ports, PrometheusMeterRegistry registry, InstantSource clock) {
        TermsPorts.Changing changing = ports.changing();
        TermsPorts.Reading reading = ports.reading();
        Map<String, Endpoint> endpoints = new HashMap<>();
        endpoints.putAll(new TermsChangingEndpoints(
                        changing.accepting(), changing.registering(), changing.updating(), changing.removing())
                .byOperation());
        endpoints.putAll(new TermsReadingEndpoints(reading.records(), reading.latest()).byOperation());
        endpoints.putAll(new TermsOperationEndpoints(version, registry, clock).byOperation());
        return new Api(Definitions.terms(), Map.of("apiKey", new TermsAuthenticator(ports.keys())), endpoints);
    }
}
