package io.github.auraauth.adapter.http.operations;

import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** Shows all metrics of this process. */
final class MetricsEndpoint implements Endpoint {
    private static final String PROMETHEUS_TEXT = "text/plain;version=0.0.4;charset=utf-8";

    private final PrometheusMeterRegistry registry;

    MetricsEndpoint(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Action prepare(Inputs inputs) {
        return deadline -> Response.text(PROMETHEUS_TEXT, registry.scrape());
    }
}
