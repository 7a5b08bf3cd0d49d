package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.front.Blockade;
import io.github.auraauth.adapter.http.front.Checks;
import io.github.auraauth.adapter.http.front.Endpoints;
import io.github.auraauth.adapter.http.front.FrontDoor;
import io.github.auraauth.adapter.http.front.MalformedRequests;
import io.github.auraauth.adapter.http.front.Manners;
import io.github.auraauth.adapter.http.operations.Draining;
import io.github.auraauth.adapter.http.request.TrustedProxies;
import io.github.auraauth.adapter.http.routing.RouteTable;
import io.github.auraauth.adapter.http.telemetry.Telemetry;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Puts the parts of a server together, whatever API it serves. */
final class Assembly {
    private final Draining draining;
    private final FrontDoor frontDoor;
    private final MalformedRequests malformedRequests;

    private Assembly(Draining draining, FrontDoor frontDoor, MalformedRequests malformedRequests) {
        this.draining = draining;
        this.frontDoor = frontDoor;
        this.malformedRequests = malformedRequests;
    }

    static Assembly of(
            HttpConfig config,
            Api api,
            Draining draining,
            MeterRegistry registry,
            InstantSource clock,
            SecureRandom random) {
        RouteTable routes = RouteTable.of(api.definition());
        String host = config.service().metricsHost();
        Telemetry telemetry = new Telemetry(registry, random, host, config.unloggedPaths(), routes.routes());
        Manners manners = new Manners(draining);
        Checks checks = new Checks(
                routes,
                api.doorkeeper(),
                new Endpoints(api.definition().operations(), api.endpoints()),
                new Blockade(config.blockMode()));
        TrustedProxies proxies = new TrustedProxies(config.trustedProxies());
        return new Assembly(
                draining,
                new FrontDoor(checks, proxies, telemetry, manners, clock),
                new MalformedRequests(telemetry, manners));
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
}
