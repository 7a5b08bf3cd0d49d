package io.github.auraauth.front.telemetry;

import io.github.auraauth.front.routing.Route;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The metrics and the log line of every request, whatever becomes of it. Safe for use by many threads. */
public final class Telemetry {
    private final Correlators correlators;
    private final RequestMetrics metrics;
    private final RequestLog log;
    private final RequestTracing tracing;
    private final MeterRegistry registry;

    /**
     * @param tracer makes spans of requests
     * @param host the name that metrics have for this service
     * @param unlogged paths, with the base path or without, whose requests are not logged
     */
    public Telemetry(
            MeterRegistry registry,
            Tracer tracer,
            SecureRandom random,
            String host,
            Set<String> unlogged,
            List<Route> routes) {
        this.tracing = new RequestTracing(tracer);
        this.registry = registry;
        this.correlators = new Correlators(random);
        this.metrics = new RequestMetrics(registry, host, routes);
        this.log = new RequestLog(routes, unlogged);
    }

    /** A request begins. */
    public RequestObservation begin(String method, Optional<String> correlator, Optional<String> traceparent) {
        String known = RequestMetrics.known(method);
        return new RequestObservation(
                known,
                correlators.of(correlator),
                tracing.begin(known, traceparent.filter(TraceContext::isWellFormed)),
                registry.config().clock().monotonicTime());
    }

    /** A request has been answered. */
    public void end(RequestObservation observation, int status) {
        long nanos = registry.config().clock().monotonicTime() - observation.began();
        metrics.record(observation, status, nanos);
        log.write(observation, status, nanos);
        tracing.end(observation.span(), observation, status);
    }
}
