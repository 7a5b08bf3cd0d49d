package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.http.AuthenticationApi;
import io.github.auraauth.adapter.http.operations.OperationEndpoints;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.app.wiring.terms.TermsServer;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.ErrorPages;
import io.github.auraauth.front.request.RequestHook;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.front.server.ApiServer;
import io.github.auraauth.front.server.Draining;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.usecase.health.DependencyHealth;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Makes APIs of what the features bring, and ends what serves them. */
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
