package io.github.auraauth.front.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes a span of each request, below that of its caller where there is one, named and described by OpenTelemetry's semantic
 * conventions for HTTP servers. It holds the route's template and never the path. Safe for use by many threads.
 */
final class RequestTracing {
    private static final String TRACE_PARENT = "traceparent";
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> CORRELATOR = AttributeKey.stringKey("aura.correlator");
    private static final int HUNDRED = 100;
    private static final int SERVER_ERROR = 5;

    private final Tracer tracer;

    RequestTracing(Tracer tracer) {
        this.tracer = tracer;
    }

    /** @param traceparent of the caller, well formed */
    Span begin(String method, Optional<String> traceparent) {
        return tracer.spanBuilder(method)
                .setSpanKind(SpanKind.SERVER)
                .setParent(traceparent.map(RequestTracing::context).orElseGet(Context::root))
                .setAttribute(METHOD, method)
                .startSpan();
    }

    /** What services that are called for the request are given as {@code traceparent}; empty where there is no trace. */
    static Optional<String> passedOn(Span span) {
        AtomicReference<@Nullable String> header = new AtomicReference<>();
        W3CTraceContextPropagator.getInstance().inject(Context.root().with(span), header, (carrier, name, value) -> {
            if (carrier != null && name.equals(TRACE_PARENT)) {
                carrier.set(value);
            }
        });
        return Optional.ofNullable(header.get());
    }

    void end(Span span, RequestObservation observation, int status) {
        if (!span.isRecording()) {
            return;
        }
        if (observation.route() != null) {
            span.updateName(observation.method() + ' ' + observation.template());
            span.setAttribute(ROUTE, observation.template());
        }
        span.setAttribute(STATUS, status);
        span.setAttribute(CORRELATOR, observation.correlator());
        if (status / HUNDRED == SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    private static Context context(String traceparent) {
        return W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), traceparent, (header, name) -> name.equals(TRACE_PARENT) ? header : null);
    }
}
