package io.github.auraauth.front.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestTracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String PARENT = "00-" + TRACE + "-" + CALLER + "-01";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Tracer tracer = SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(spans))
            .build()
            .get("tests");

    @Test
    void request_ofATracedCaller_isASpanBelowTheirs_andPassedOn() {
        Telemetry telemetry = telemetry(tracer);
        RequestObservation request = telemetry.begin("GET", Optional.of("a-correlator"), Optional.of(PARENT));
        telemetry.end(request, 503);

        SpanData span = onlySpan();
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(CALLER);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getAttributes().asMap().values()).contains("GET", 503L, "a-correlator");
        assertThat(request.traceparent()).contains("00-" + TRACE + "-" + span.getSpanId() + "-01");
    }

    @Test
    void request_callerWithoutATrace_beginsOne() {
        Telemetry telemetry = telemetry(tracer);
        telemetry.end(telemetry.begin("BREW", Optional.empty(), Optional.of("00-nonsense")), 404);
        SpanData span = onlySpan();
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(span.getName()).isEqualTo("other");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void request_noSpansMade_passesOnWhatItWasGiven() {
        Telemetry telemetry = telemetry(TracerProvider.noop().get("tests"));
        assertThat(telemetry.begin("GET", Optional.empty(), Optional.of(PARENT)).traceparent())
                .contains(PARENT);
        assertThat(telemetry.begin("GET", Optional.empty(), Optional.empty()).traceparent())
                .isEmpty();
    }

    private SpanData onlySpan() {
        assertThat(spans.getFinishedSpanItems()).hasSize(1);
        return spans.getFinishedSpanItems().get(0);
    }

    private static Telemetry telemetry(Tracer tracer) {
        return new Telemetry(new SimpleMeterRegistry(), tracer, new SecureRandom(), "tests", Set.of(), List.of());
    }
}
