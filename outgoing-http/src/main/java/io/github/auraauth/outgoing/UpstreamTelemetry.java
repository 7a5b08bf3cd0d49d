package io.github.auraauth.outgoing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Measures and logs each request to an upstream: method, name of the upstream, template of the path, status and time;
 * never an address, a header or a body.
 */
final class UpstreamTelemetry {
    private static final Logger LOG = LoggerFactory.getLogger(UpstreamTelemetry.class);
    private static final long NANOS_IN_MILLI = 1_000_000;

    private final MeterRegistry registry;
    private final UpstreamTracing tracing;
    private final List<String> unlogged;

    UpstreamTelemetry(MeterRegistry registry, UpstreamTracing tracing, List<String> unloggedPaths) {
        this.registry = registry;
        this.tracing = tracing;
        this.unlogged = unloggedPaths;
    }

    /** The time from which the duration of a request is measured. */
    long now() {
        return registry.config().clock().monotonicTime();
    }

    /** Records a request that began then and was answered with that status. */
    void answered(String host, UpstreamRequest request, int status, long began) {
        record(host, request, Integer.toString(status), began).log("outgoing request");
    }

    /** Records a request that began then and got no response. */
    void failed(String host, UpstreamRequest request, Throwable failure, long began) {
        Throwable reason = failure.getCause() == null ? failure : failure.getCause();
        String why = reason instanceof ExchangeFailure known
                ? known.getMessage()
                : reason.getClass().getSimpleName();
        record(host, request, "error", began).addKeyValue("reason", why).log("outgoing request");
    }

    private LoggingEventBuilder record(String host, UpstreamRequest request, String status, long began) {
        long nanos = now() - began;
        Timer.builder("outgoing.request.duration")
                .description("How long requests to services of others took")
                .tags("method", request.method(), "host", host, "path", request.path(), "status", status)
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
        tracing.record(host, request, status, nanos);
        boolean silent = unlogged.stream().anyMatch(request.path()::contains);
        return (silent ? LOG.atTrace() : LOG.atInfo())
                .addKeyValue("method", request.method())
                .addKeyValue("host", host)
                .addKeyValue("path", request.path())
                .addKeyValue("status", status)
                .addKeyValue("ms", nanos / NANOS_IN_MILLI);
    }
}
