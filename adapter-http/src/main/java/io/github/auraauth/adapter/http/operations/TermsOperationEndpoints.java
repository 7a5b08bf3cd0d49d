package io.github.auraauth.adapter.http.operations;

import io.github.auraauth.front.request.Endpoint;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.Map;

/** The operations about the terms service itself. */
public final class TermsOperationEndpoints {
    private static final String NAME = "tac";

    private final Endpoint ping;
    private final Endpoint metrics;

    public TermsOperationEndpoints(String version, PrometheusMeterRegistry registry, InstantSource clock) {
        this.ping = new PingEndpoint(clock, NAME, version);
        this.metrics = new MetricsEndpoint(registry);
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of("ping", ping, "readMetrics", metrics);
    }
}
