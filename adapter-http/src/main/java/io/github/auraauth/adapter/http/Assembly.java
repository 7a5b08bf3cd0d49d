package io.github.auraauth.adapter.http;

import io.github.auraauth.adapter.http.front.Blockade;
import io.github.auraauth.adapter.http.front.Checks;
import io.github.auraauth.adapter.http.front.Cors;
import io.github.auraauth.adapter.http.front.Desk;
import io.github.auraauth.adapter.http.front.FrontDoor;
import io.github.auraauth.adapter.http.front.MalformedRequests;
import io.github.auraauth.adapter.http.front.Manners;
import io.github.auraauth.adapter.http.front.Reception;
import io.github.auraauth.adapter.http.front.WorkerPool;
import io.github.auraauth.adapter.http.operations.Draining;
import io.github.auraauth.adapter.http.request.TrustedProxies;
import io.github.auraauth.adapter.http.routing.RouteTable;
import io.github.auraauth.adapter.http.telemetry.Telemetry;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Puts the parts of a server together, whatever APIs it serves. */
final class Assembly implements AutoCloseable {
    private final Draining draining;
    private final FrontDoor frontDoor;
    private final MalformedRequests malformedRequests;
    private final WorkerPool workers;

    private Assembly(Draining draining, FrontDoor frontDoor, MalformedRequests malformedRequests, WorkerPool workers) {
        this.draining = draining;
        this.frontDoor = frontDoor;
        this.malformedRequests = malformedRequests;
        this.workers = workers;
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
        Checks checks = new Checks(routes, desks, cors, new Blockade(config.blockMode()));
        WorkerPool workers = new WorkerPool(registry, host);
        FrontDoor.Stages stages = new FrontDoor.Stages(checks, new Reception(checks, cors), workers);
        TrustedProxies proxies = new TrustedProxies(config.trust().proxies());
        return new Assembly(
                draining,
                new FrontDoor(stages, proxies, telemetry, manners, clock),
                new MalformedRequests(telemetry, manners),
                workers);
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

    /** Ends the threads, once no request comes any more. */
    @Override
    public void close() {
        workers.close();
    }
}
