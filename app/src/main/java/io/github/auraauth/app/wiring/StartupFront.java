package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.http.StartupApi;
import io.github.auraauth.adapter.http.operations.OperationEndpoints;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.front.server.ApiServer;
import io.github.auraauth.front.server.Draining;
import io.github.auraauth.usecase.health.StartupHealth;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;

/**
 * The service's port from the first moment of a start, which may have to wait for hours: liveness and the metrics are
 * answered, readiness says what is waited for, and all else is 503 until the service serves.
 */
final class StartupFront implements AutoCloseable {
    private static final String MONGO = "mongo";
    private static final String INDEXES = "indexes";
    private static final String SERVICE = "service";

    private final ApiServer http;
    private final StartupHealth health;

    private StartupFront(ApiServer http, StartupHealth health) {
        this.http = http;
        this.health = health;
    }

    /** @throws StartRefused when the port is taken */
    static StartupFront open(
            Configuration configuration,
            Draining draining,
            PrometheusMeterRegistry metrics,
            Tracer tracer,
            ClockAndRandom clockAndRandom)
            throws StartRefused {
        StartupHealth health = new StartupHealth(List.of(MONGO, INDEXES, SERVICE));
        OperationEndpoints operations = new OperationEndpoints(
                configuration.deployment().version(),
                "",
                new OperationEndpoints.Readiness(health, draining),
                metrics,
                clockAndRandom.clock());
        ApiServer http = ApiServers.listening(
                () -> ApiServer.startWith(
                        StartupApi.of(operations),
                        AdapterConfigs.server(configuration),
                        draining,
                        metrics,
                        tracer,
                        clockAndRandom.clock(),
                        clockAndRandom.random()),
                "AURA_SERVICE_PORT");
        return new StartupFront(http, health);
    }

    /**
     * Makes the database ready, and tells whoever asks for health how far that is.
     *
     * @param furtherIndexes makes those that the operator wants beside the program's own
     */
    void prepare(Preparation preparation, Runnable furtherIndexes) throws StartRefused, InterruptedException {
        preparation.awaitMongo();
        health.taken(MONGO);
        preparation.makeUp();
        furtherIndexes.run();
        health.taken(INDEXES);
    }

    ApiServer http() {
        return http;
    }

    @Override
    public void close() {
        http.close();
    }
}
