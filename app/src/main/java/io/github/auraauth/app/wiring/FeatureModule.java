package io.github.auraauth.app.wiring;

import io.github.auraauth.app.process.ScheduledJob;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.port.out.health.DependencyProbe;
import java.util.List;
import java.util.Map;

/** A feature as the server takes it in: what it serves, what it depends on, what it does beside the requests. */
public interface FeatureModule {
    /** What serves operations of the authentication API, by the names that they have in its definition. */
    default Map<String, Endpoint> endpoints() {
        return Map.of();
    }

    /** APIs of its own, on the same port. */
    default List<Api> apis() {
        return List.of();
    }

    /** What the health of the service tells of. */
    default List<DependencyProbe> probes() {
        return List.of();
    }

    /** What runs again and again. */
    default List<ScheduledJob> jobs() {
        return List.of();
    }
}
