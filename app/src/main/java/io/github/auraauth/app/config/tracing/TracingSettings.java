package io.github.auraauth.app.config.tracing;

import java.util.Map;

/**
 * The configuration of the export of traces.
 *
 * @param on whether traces are exported
 * @param properties of OpenTelemetry's SDK by the names that it gives them, such as {@code otel.exporter.otlp.endpoint}; may
 *     hold secrets
 */
public record TracingSettings(boolean on, Map<String, String> properties) {
    public TracingSettings {
        properties = Map.copyOf(properties);
    }

    @Override
    public String toString() {
        return "TracingSettings[on=" + on + ", properties=" + properties.keySet() + "]";
    }
}
