package io.github.auraauth.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class UpstreamTracingTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final UpstreamRequest REQUEST =
            UpstreamRequest.get(URI.create("https://kernel.example/users/somebody"), "/users/{id}");

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final UpstreamTracing tracing = new UpstreamTracing(
            SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build()
                    .get("tests"),
            InstantSource.system());

    @AfterEach
    void leave() {
        MDC.clear();
    }

    @Test
    void answered_insideATrace_isASpanOfThatTimeThatNamesNoAddress() {
        MDC.put("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
        tracing.record("kernel", REQUEST, "200", 5_000_000);
        SpanData span = span();
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(span.getName()).isEqualTo("GET /users/{id}");
        assertThat(span.getEndEpochNanos() - span.getStartEpochNanos()).isEqualTo(5_000_000);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(span.toString()).doesNotContain("somebody", "kernel.example");
    }

    @Test
    void failed_orRefused_isAnError() {
        tracing.record("kernel", REQUEST, "error", 1);
        assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        spans.reset();
        tracing.record("kernel", REQUEST, "503", 1);
        assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    private SpanData span() {
        assertThat(spans.getFinishedSpanItems()).hasSize(1);
        return spans.getFinishedSpanItems().get(0);
    }
}
