package io.github.auraauth.app.wiring;

import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.front.server.ApiServer;
import io.github.auraauth.front.server.Draining;
import io.github.auraauth.front.server.PortUnavailable;
import io.github.auraauth.front.server.ServerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import java.util.function.Supplier;

/** Starts servers of APIs, and says what to do where their port is taken. */
public final class ApiServers {
    private ApiServers() {}

    /**
     * Serves APIs from when this returns.
     *
     * @param portVariable by which their port is configured
     * @throws StartRefused when the port is taken
     */
    public static ApiServer serve(
            List<Api> apis,
            ServerConfig config,
            String portVariable,
            Draining draining,
            MeterRegistry metrics,
            Tracer tracer,
            ClockAndRandom clockAndRandom)
            throws StartRefused {
        return listening(
                () -> ApiServer.start(
                        config, apis, draining, metrics, tracer, clockAndRandom.clock(), clockAndRandom.random()),
                portVariable);
    }

    /**
     * What the start of a server returns.
     *
     * @throws StartRefused when the port is taken
     */
    static ApiServer listening(Supplier<ApiServer> start, String portVariable) throws StartRefused {
        try {
            return start.get();
        } catch (PortUnavailable e) {
            throw new StartRefused(
                    e.getMessage() + "; stop what listens there, or set " + portVariable
                            + " to another port or AURA_LISTEN_ADDRESS to an address of this machine",
                    e);
        }
    }
}
