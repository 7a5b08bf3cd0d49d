package io.github.auraauth.front.telemetry;

import io.github.auraauth.front.routing.Route;
import io.opentelemetry.api.trace.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request, as far as telemetry knows it. Not thread-safe: it may pass from thread to thread, but is used by one at a time. */
public final class RequestObservation {
    private final String method;
    private final String correlator;
    private final Span span;
    private final Optional<String> traceparent;
    private final long began;
    private @Nullable Route route;
    private Optional<String> caller = Optional.empty();

    RequestObservation(String method, String correlator, Span span, long began) {
        this.method = method;
        this.correlator = correlator;
        this.span = span;
        this.traceparent = RequestTracing.passedOn(span);
        this.began = began;
    }

    /** Notes which route was found. */
    public void routed(Route found) {
        this.route = found;
    }

    /** Notes who makes it, by a label that is neither a secret nor personal. */
    public void authenticated(Optional<String> label) {
        this.caller = label;
    }

    Optional<String> caller() {
        return caller;
    }

    public String correlator() {
        return correlator;
    }

    Span span() {
        return span;
    }

    /** W3C trace context to pass on: of this request's span, or of the caller where no spans are made. */
    public Optional<String> traceparent() {
        return traceparent;
    }

    /** A known method, or {@code other}. */
    String method() {
        return method;
    }

    long began() {
        return began;
    }

    /** The route that was found; null as long as there is none. */
    public @Nullable Route route() {
        return route;
    }

    /** The route's template, or a fixed word when no route was found. */
    public String template() {
        return route == null ? "unmatched" : route.template();
    }
}
