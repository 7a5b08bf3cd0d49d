package io.github.auraauth.adapter.http.operations;

import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.server.Draining;
import io.github.auraauth.port.in.health.Health;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.Map;

/** The operations about the service itself. */
public final class OperationEndpoints {
    private static final String NAME = "aura-authentication-api";

    private final Endpoint ping;
    private final Endpoint health;
    private final Endpoint config;
    private final Endpoint metrics;

    /** @param storageSubdomain of the storage account with static resources, or empty */
    public OperationEndpoints(
            String version,
            String storageSubdomain,
            Readiness readiness,
            PrometheusMeterRegistry registry,
            InstantSource clock) {
        Response settings =
                Response.json(200, Json.object(json -> json.writeStringField("storageSubdomain", storageSubdomain)));
        this.ping = pinging(version, clock);
        this.health = new HealthEndpoint(new SharedHealthCheck(readiness.health(), clock), readiness.draining());
        this.config = inputs -> deadline -> settings;
        this.metrics = new MetricsEndpoint(registry);
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "ping", ping, "localPing", ping, "reportHealth", health, "readConfig", config, "readMetrics", metrics);
    }

    /** Says which service this is, for another API of the same one. */
    public static Endpoint pinging(String version, InstantSource clock) {
        return new PingEndpoint(clock, NAME, version);
    }

    /** What readiness depends on. */
    public record Readiness(Health health, Draining draining) {}
}
