package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.mongo.MongoProbe;
import io.github.auraauth.port.out.DependencyProbe;
import java.util.ArrayList;
import java.util.List;

/** What is asked for health, in the order in which it is reported. */
final class Probes {
    private Probes() {}

    static List<DependencyProbe> of(Databases databases, Caching caching) {
        List<DependencyProbe> probes = new ArrayList<>();
        probes.add(new MongoProbe(databases.users()));
        caching.probe().ifPresent(probes::add);
        databases.terms().map(MongoProbe::ofTerms).ifPresent(probes::add);
        return probes;
    }
}
