package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.front.Blockade;
import io.github.auraauth.adapter.http.front.Checks;
import io.github.auraauth.adapter.http.front.Cors;
import io.github.auraauth.adapter.http.front.Desk;
import io.github.auraauth.adapter.http.front.FrontDoor;
import io.github.auraauth.adapter.http.front.MalformedRequests;
import io.github.auraauth.adapter.http.front.Manners;
import io.github.auraauth.adapter.http.front.Reception;
import io.github.auraauth.adapter.http.operations.Draining;
import io.github.auraauth.adapter.http.request.TrustedProxies;
import io.github.auraauth.adapter.http.routing.RouteTable;
import io.github.auraauth.adapter.http.telemetry.Telemetry;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Puts the parts of a server together, whatever APIs it serves. */
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
            List<Api> apis,
            Draining draining,
            MeterRegistry registry,
            InstantSource clock,
            SecureRandom random) {
        RouteTable routes = RouteTable.of(apis.stream().map(Api::definition).toList());
        String host = config.service().metricsHost();
        Telemetry telemetry = new Telemetry(registry, random, host, config.unloggedPaths(), routes.routes());
        Manners manners = new Manners(draining);
        Cors cors = new Cors(config.trust().origins());
        List<Desk> desks = apis.stream().map(Api::desk).toList();
        Reception reception = new Reception(new Checks(routes, desks, cors, new Blockade(config.blockMode())), cors);
        TrustedProxies proxies = new TrustedProxies(config.trust().proxies());
        return new Assembly(
                draining,
                new FrontDoor(reception, proxies, telemetry, manners, clock),
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
