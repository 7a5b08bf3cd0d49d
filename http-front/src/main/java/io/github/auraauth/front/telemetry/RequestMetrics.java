package io.github.auraauth.front.telemetry;

import io.github.auraauth.front.routing.Route;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Durations of requests by method, route and status. Every label is one of a known few, and a timer is looked up by
 * numbers, so that recording makes no object and takes no lock.
 */
final class RequestMetrics {
    /** Methods that have a label of their own; the last stands for all others. */
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "other");

    private static final int STATUSES = 600;

    private final MeterRegistry registry;
    private final String host;
    private final List<String> templates = new ArrayList<>();
    private final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable Timer>> timers;

    /** @param host one fixed name, never what a request says */
    RequestMetrics(MeterRegistry registry, String host, List<Route> routes) {
        this.registry = registry;
        this.host = host;
        routes.forEach(route -> templates.add(route.template()));
        templates.add("unmatched");
        this.timers = new AtomicReferenceArray<>(templates.size() * METHODS.size());
    }

    /** The method's label. */
    static String known(String method) {
        return METHODS.get(number(method));
    }

    void record(RequestObservation observation, int status, long nanos) {
        Route route = observation.route();
        int method = number(observation.method());
        int template = route == null ? templates.size() - 1 : route.index();
        timer(template, method, status).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(int template, int method, int status) {
        int cell = template * METHODS.size() + method;
        AtomicReferenceArray<@Nullable Timer> byStatus = timers.get(cell);
        if (byStatus == null) {
            byStatus = new AtomicReferenceArray<>(STATUSES);
            timers.set(cell, byStatus);
        }
        Timer timer = byStatus.get(status);
        if (timer == null) {
            timer = Timer.builder("http.request.duration")
                    .description("How long requests took")
                    .tags("method", METHODS.get(method), "host", host)
                    .tags("path", templates.get(template), "status_code", Integer.toString(status))
                    .register(registry);
            byStatus.set(status, timer);
        }
        return timer;
    }

    private static int number(String method) {
        int number = METHODS.indexOf(method);
        return number < 0 ? METHODS.size() - 1 : number;
    }
}
