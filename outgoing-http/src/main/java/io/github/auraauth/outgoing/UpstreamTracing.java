package io.github.auraauth.outgoing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Makes a span of each request to an upstream, afterwards, below that of the request which it is sent for. Named and described
 * by OpenTelemetry's semantic conventions for HTTP clients, save that the server is known by its name here, not by its address.
 */
final class UpstreamTracing {
    private static final String TRACE_PARENT = "traceparent";
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> TEMPLATE = AttributeKey.stringKey("url.template");
    private static final AttributeKey<String> PEER = AttributeKey.stringKey("service.peer.name");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final Pattern ERROR_STATUS = Pattern.compile("[45][0-9]{2}");

    private final Tracer tracer;
    private final InstantSource clock;

    UpstreamTracing(Tracer tracer, InstantSource clock) {
        this.tracer = tracer;
        this.clock = clock;
    }

    /** @param status of the response, or another word where there was none */
    void record(String host, UpstreamRequest request, String status, long nanos) {
        Instant end = clock.instant();
        Span span = tracer.spanBuilder(request.method() + ' ' + request.path())
                .setSpanKind(SpanKind.CLIENT)
                .setParent(parent())
                .setStartTimestamp(end.minusNanos(nanos))
                .startSpan();
        if (!span.isRecording()) {
            return;
        }
        span.setAttribute(METHOD, request.method());
        span.setAttribute(TEMPLATE, request.path());
        span.setAttribute(PEER, host);
        boolean answered = status.chars().allMatch(Character::isDigit);
        if (answered) {
            span.setAttribute(STATUS, Long.parseLong(status));
        }
        if (!answered || ERROR_STATUS.matcher(status).matches()) {
            span.setAttribute(ERROR, answered ? status : "_OTHER");
            span.setStatus(StatusCode.ERROR);
        }
        span.end(end);
    }

    private static Context parent() {
        @Nullable String header = MDC.get(TRACE_PARENT);
        return header == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), header, (carrier, name) -> name.equals(TRACE_PARENT) ? carrier : null);
    }
}
