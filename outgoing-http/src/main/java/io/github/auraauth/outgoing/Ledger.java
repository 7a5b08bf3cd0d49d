package io.github.auraauth.outgoing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What is measured and written down of each request to a peer: method, the peer's name, the path's template, status and
 * time; never an address, a header or a body.
 */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final long NANOS_IN_MILLI = 1_000_000;

    private final MeterRegistry registry;
    private final List<String> unlogged;

    Ledger(MeterRegistry registry, List<String> unloggedPaths) {
        this.registry = registry;
        this.unlogged = unloggedPaths;
    }

    /** Where the time of a request begins. */
    long now() {
        return registry.config().clock().monotonicTime();
    }

    /** A request that began then was answered with that status. */
    void answered(String host, Call call, int status, long began) {
        note(host, call, Integer.toString(status), began).log("outgoing request");
    }

    /** A request that began then got no answer. */
    void failed(String host, Call call, Throwable failure, long began) {
        Throwable reason = failure.getCause() == null ? failure : failure.getCause();
        String why = reason instanceof ExchangeFailure known
                ? known.getMessage()
                : reason.getClass().getSimpleName();
        note(host, call, "error", began).addKeyValue("reason", why).log("outgoing request");
    }

    private LoggingEventBuilder note(String host, Call call, String status, long began) {
        long nanos = now() - began;
        Timer.builder("outgoing.request.duration")
                .description("How long requests to services of others took")
                .tags("method", call.method(), "host", host, "path", call.path(), "status", status)
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
        boolean silent = unlogged.stream().anyMatch(call.path()::contains);
        return (silent ? LOG.atTrace() : LOG.atInfo())
                .addKeyValue("method", call.method())
                .addKeyValue("host", host)
                .addKeyValue("path", call.path())
                .addKeyValue("status", status)
                .addKeyValue("ms", nanos / NANOS_IN_MILLI);
    }
}
