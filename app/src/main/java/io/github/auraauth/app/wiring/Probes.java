package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.mongo.MongoProbe;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.upstream.UpstreamSettings;
import io.github.auraauth.app.probe.DirectLineProbe;
import io.github.auraauth.app.probe.KernelProbe;
import io.github.auraauth.app.probe.StorageProbe;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.channel.ChannelsModule;
import io.github.auraauth.app.wiring.login.KernelModule;
import io.github.auraauth.embedded.DataFolderException;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.health.HealthReport;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.usecase.health.DependencyHealth;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The probes of dependencies, in the order in which they are reported. */
final class Probes {
    private Probes() {}

    /** What the health of the service tells of. */
    static List<DependencyProbe> of(Databases databases, Caching caching) {
        List<DependencyProbe> probes = new ArrayList<>();
        probes.add(new MongoProbe(databases.users()));
        caching.probe().ifPresent(probes::add);
        databases.terms().map(MongoProbe::ofTerms).ifPresent(probes::add);
        return probes;
    }

    /** The health of all dependencies that are configured, each asked once. */
    static HealthReport report(
            Configuration configuration, Databases databases, ClockAndRandom clockAndRandom, Deadline deadline)
            throws StartRefused, DataFolderException {
        var outgoing = configuration.upstream().outgoing();
        try (Caching caching = Caching.of(configuration, clockAndRandom);
                OutgoingHttp http = OutgoingHttp.open(outgoing, new SimpleMeterRegistry(), clockAndRandom.clock())) {
            var unused = caching.problems(deadline);
            List<DependencyProbe> probes = of(databases, caching);
            probes.addAll(ofOthers(configuration, http, clockAndRandom));
            return new DependencyHealth(probes).report(deadline);
        }
    }

    /** Services of others that are configured; each is one attempt from outside, so they are no part of health. */
    private static List<DependencyProbe> ofOthers(
            Configuration configuration, OutgoingHttp outgoing, ClockAndRandom clockAndRandom)
            throws StartRefused, DataFolderException {
        List<DependencyProbe> probes = new ArrayList<>();
        UpstreamSettings upstream = configuration.upstream();
        if (upstream.kernel().adapter().endpoint().isPresent()) {
            var kernel = new KernelModule(configuration, outgoing, new SimpleMeterRegistry(), clockAndRandom);
            probes.add(new KernelProbe(kernel.provider));
        }
        if (!upstream.directLine().secrets().isEmpty()) {
            URI conversations = upstream.directLine().conversations();
            probes.add(new DirectLineProbe(
                    conversations,
                    upstream.outgoing()
                            .proxies()
                            .to(conversations)
                            .map(proxy -> outgoing.upstream(DirectLineProbe.UPSTREAM))));
        }
        probes.addAll(new ChannelsModule(configuration, outgoing, clockAndRandom.clock()).probes());
        OperatorStorage storage = OperatorStorage.of(configuration, outgoing);
        storage.texts().ifPresent(files -> probes.add(new StorageProbe(OperatorStorage.ACCOUNT, files)));
        storage.resources().ifPresent(files -> probes.add(new StorageProbe(OperatorStorage.RESOURCES, files)));
        storage.kpis().ifPresent(files -> probes.add(new StorageProbe(OperatorStorage.COMMON, files)));
        storage.indexes().ifPresent(files -> probes.add(new StorageProbe("indexes", files)));
        storage.behaviours().ifPresent(files -> probes.add(new StorageProbe("behaviours", files)));
        return probes;
    }
}
