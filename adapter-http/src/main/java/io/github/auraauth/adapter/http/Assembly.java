package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.definition.ApiDefinition;
import io.github.auraauth.adapter.http.front.Blockade;
import io.github.auraauth.adapter.http.front.Checks;
import io.github.auraauth.adapter.http.front.Endpoints;
import io.github.auraauth.adapter.http.front.FrontDoor;
import io.github.auraauth.adapter.http.front.Gate;
import io.github.auraauth.adapter.http.front.MalformedRequests;
import io.github.auraauth.adapter.http.front.Manners;
import io.github.auraauth.adapter.http.operations.DefinitionEndpoints;
import io.github.auraauth.adapter.http.operations.Draining;
import io.github.auraauth.adapter.http.operations.OperationEndpoints;
import io.github.auraauth.adapter.http.operations.OperationEndpoints.Readiness;
import io.github.auraauth.adapter.http.request.Endpoint;
import io.github.auraauth.adapter.http.request.TrustedProxies;
import io.github.auraauth.adapter.http.routing.RouteTable;
import io.github.auraauth.adapter.http.telemetry.Telemetry;
import io.github.auraauth.adapter.http.users.ReadingEndpoints;
import io.github.auraauth.adapter.http.users.RegisteringEndpoints;
import io.github.auraauth.adapter.http.users.RemovingEndpoints;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Puts the parts of the server together, from the definition on. */
final class Assembly {
    private final Draining draining = new Draining();
    private final FrontDoor frontDoor;
    private final MalformedRequests malformedRequests;

    Assembly(
            HttpConfig config,
            InboundPorts ports,
            PrometheusMeterRegistry registry,
            InstantSource clock,
            SecureRandom random) {
        ApiDefinition definition = ApiDefinition.load();
        RouteTable routes = RouteTable.of(definition);
        String host = config.service().metricsHost();
        Telemetry telemetry = new Telemetry(registry, random, host, config.unloggedPaths(), routes.routes());
        Manners manners = new Manners(draining);

        Map<String, Endpoint> endpoints = new HashMap<>(users(ports, clock));
        endpoints.putAll(operations(config, ports, registry, clock));
        endpoints.putAll(new DefinitionEndpoints(definition).byOperation());

        Checks checks = new Checks(
                routes,
                new Gate(ports.keys()),
                new Endpoints(definition.operations(), endpoints),
                new Blockade(config.blockMode()));
        TrustedProxies proxies = new TrustedProxies(config.trustedProxies());
        this.frontDoor = new FrontDoor(checks, proxies, telemetry, manners, clock);
        this.malformedRequests = new MalformedRequests(telemetry, manners);
    }

    FrontDoor frontDoor() {
        return frontDoor;
    }

    MalformedRequests malformedRequests() {
        return malformedRequests;
    }

    Draining draining() {
        return draining;
    }

    private static Map<String, Endpoint> users(InboundPorts ports, InstantSource clock) {
        InboundPorts.Registering registering = ports.registering();
        InboundPorts.Reading reading = ports.reading();
        Map<String, Endpoint> users = new HashMap<>();
        users.putAll(
                new RegisteringEndpoints(registering.byAuthorizationId(), registering.byAuraId(), clock).byOperation());
        users.putAll(new ReadingEndpoints(reading.users(), reading.newest(), reading.anonymous()).byOperation());
        users.putAll(
                new RemovingEndpoints(ports.removing().users(), ports.removing().persons()).byOperation());
        return users;
    }

    private Map<String, Endpoint> operations(
            HttpConfig config, InboundPorts ports, PrometheusMeterRegistry registry, InstantSource clock) {
        HttpConfig.Service service = config.service();
        Readiness readiness = new Readiness(ports.health(), draining);
        return new OperationEndpoints(service.version(), service.storageSubdomain(), readiness, registry, clock)
                .byOperation();
    }
}
