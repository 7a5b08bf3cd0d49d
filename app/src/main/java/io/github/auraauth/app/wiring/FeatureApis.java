package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.http.AuthenticationApi;
import io.github.auraauth.adapter.http.operations.OperationEndpoints;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.terms.TermsServer;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.ErrorPages;
import io.github.auraauth.front.request.RequestHook;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.front.server.ApiServer;
import io.github.auraauth.front.server.Draining;
import io.github.auraauth.front.server.PortUnavailable;
import io.github.auraauth.front.server.ServerConfig;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.usecase.health.DependencyHealth;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Makes APIs of what the features bring, serves APIs, and ends that. */
public final class FeatureApis {
    private FeatureApis() {}

    /**
     * The authentication API with the endpoints of all modules, then the APIs that they bring of their own.
     *
     * @param errors what people see of the authentication API where something is refused
     * @param hook of all APIs, behind their own
     * @param address where callers reach the service
     */
    static List<Api> of(
            List<FeatureModule> modules,
            OperationEndpoints operations,
            ApiKeyAuthentication keys,
            ErrorPages errors,
            RequestHook hook,
            ServiceAddress address) {
        Map<String, Endpoint> endpoints = new HashMap<>(operations.byOperation());
        modules.forEach(module -> endpoints.putAll(module.endpoints()));
        List<Api> apis = new ArrayList<>();
        apis.add(AuthenticationApi.of(keys, endpoints, errors, address.prefix()));
        modules.forEach(module -> apis.addAll(module.apis()));
        apis.replaceAll(api -> api.and(List.of(hook)));
        return apis;
    }

    /** What operators ask of the service, on health by all of the probes. */
    static OperationEndpoints operations(
            Configuration configuration,
            List<DependencyProbe> probes,
            Draining draining,
            PrometheusMeterRegistry metrics,
            InstantSource clock) {
        return new OperationEndpoints(
                configuration.deployment().version(),
                configuration.http().storageAccount().orElse(""),
                new OperationEndpoints.Readiness(new DependencyHealth(probes), draining),
                metrics,
                clock);
    }

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

    /** Goes on serving for that time, not ready and without keeping connections, then ends what still runs. */
    static void drainAndClose(ApiServer http, Optional<TermsServer> terms, Duration drain) {
        http.drain();
        terms.ifPresent(TermsServer::drain);
        try {
            TimeUnit.MILLISECONDS.sleep(drain.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // both at once, so that they have the one graceful time together
        CompletableFuture<Void> ended = CompletableFuture.runAsync(
                () -> terms.ifPresent(TermsServer::close), task -> new Thread(task, "ending").start());
        http.close();
        ended.join();
    }
}
