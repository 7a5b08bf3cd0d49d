package io.github.auraauth.front.telemetry;

import io.github.auraauth.front.routing.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** One line for each request. It holds the route's template and never the path, for a path names users. */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final long NANOS_IN_MILLI = 1_000_000;

    private final Set<String> unlogged = new HashSet<>();

    RequestLog(List<Route> routes, Set<String> unloggedPaths) {
        for (Route route : routes) {
            if (unloggedPaths.contains(route.template()) || unloggedPaths.contains(route.relativeTemplate())) {
                unlogged.add(route.template());
            }
        }
    }

    void write(RequestObservation observation, int status, long nanos) {
        if (unlogged.contains(observation.template())) {
            return;
        }
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("corr", observation.correlator())
                .addKeyValue("method", observation.method())
                .addKeyValue("route", observation.template())
                .addKeyValue("status", status)
                .addKeyValue("ms", nanos / NANOS_IN_MILLI);
        line = observation.caller().map(with(line, "caller")).orElse(line);
        line = observation.traceparent().map(with(line, "trace")).orElse(line);
        line.log("request");
    }

    private static Function<String, LoggingEventBuilder> with(LoggingEventBuilder line, String key) {
        return value -> line.addKeyValue(key, value);
    }
}
