package io.github.auraauth.app.config.tracing;

import io.github.auraauth.app.config.variable.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The variables of OpenTelemetry's specification, {@code OTEL_…}. Traces are exported where the address of a collector is given;
 * all else is as the SDK's documentation says.
 */
public final class TracingVariables {
    private static final String PREFIX = "OTEL_";
    private static final String PROTOCOL = "http/protobuf";

    private final Map<String, String> environment;

    /** @param environment what is taken of variables */
    public TracingVariables(Map<String, String> environment) {
        this.environment = environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(PREFIX))
                .filter(variable -> !variable.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, variable -> variable.getValue().strip()));
    }

    public TracingSettings settings() {
        return new TracingSettings(
                isOn(),
                environment.entrySet().stream()
                        .collect(Collectors.toMap(
                                variable -> variable.getKey()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '.'),
                                Map.Entry::getValue)));
    }

    public List<Problem> problems() {
        return isOn()
                ? Stream.of("OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL")
                        .filter(name -> given(name)
                                .filter(value -> !value.equals(PROTOCOL))
                                .isPresent())
                        .map(name -> new Problem(name, "another protocol", PROTOCOL))
                        .toList()
                : List.of();
    }

    private boolean isOn() {
        boolean addressed = given("OTEL_EXPORTER_OTLP_ENDPOINT")
                .or(() -> given("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"))
                .isPresent();
        return addressed
                && given("OTEL_SDK_DISABLED").filter("true"::equalsIgnoreCase).isEmpty()
                && given("OTEL_TRACES_EXPORTER").filter("none"::equals).isEmpty();
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(environment.get(name));
    }
}
