package io.github.auraauth.app.process;

import io.github.auraauth.app.config.Deployment;
import io.github.auraauth.app.config.tracing.TracingSettings;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** The export of traces by OpenTelemetry's SDK, where it is on; nothing of the SDK is loaded where it is not. */
public final class Tracing implements AutoCloseable {
    private static final String NAME = "aura-auth";
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);
    /** What the SDK would do otherwise, and we do not: metrics are at {@code /metrics}, logs on standard output. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name", NAME,
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none",
            "otel.exporter.otlp.protocol", "http/protobuf");

    private final Optional<OpenTelemetrySdk> sdk;

    private Tracing(Optional<OpenTelemetrySdk> sdk) {
        this.sdk = sdk;
    }

    /** Ready to make spans; a collector that is away is no reason to wait. */
    public static Tracing of(TracingSettings settings, Deployment deployment) {
        return new Tracing(settings.on() ? Optional.of(sdk(settings, deployment)) : Optional.empty());
    }

    private static OpenTelemetrySdk sdk(TracingSettings settings, Deployment deployment) {
        bridgeItsLog();
        Map<String, String> properties = new HashMap<>(DEFAULTS);
        properties.putAll(settings.properties());
        Resource ours = Resource.create(Attributes.builder()
                .put("service.version", deployment.version())
                .put("deployment.environment.name", deployment.name())
                .build());
        return AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesCustomizer(read -> properties)
                .addResourceCustomizer((resource, read) -> ours.merge(resource))
                .build()
                .getOpenTelemetrySdk();
    }

    /** It writes to {@code java.util.logging}, which would put lines of another form on standard error. */
    private static void bridgeItsLog() {
        Logger log = Logger.getLogger("io.opentelemetry");
        if (log.getHandlers().length == 0) {
            log.addHandler(new SLF4JBridgeHandler());
            log.setUseParentHandlers(false);
        }
    }

    /** Makes spans; none where the export is off. */
    public Tracer tracer() {
        return sdk.map(OpenTelemetrySdk::getTracerProvider)
                .<TracerProvider>map(provider -> provider)
                .orElseGet(TracerProvider::noop)
                .get(NAME);
    }

    /** Sends what has not been sent yet, in two seconds at most. */
    @Override
    public void close() {
        sdk.ifPresent(running -> running.shutdown().join(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS));
    }
}
