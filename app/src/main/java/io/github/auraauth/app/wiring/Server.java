package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.http.user.BlockModeHook;
import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.app.config.account.AccountSettings.Administrator;
import io.github.auraauth.app.process.AcceptedChanges;
import io.github.auraauth.app.process.BackgroundWork;
import io.github.auraauth.app.process.BoundedExecutor;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.Closer;
import io.github.auraauth.app.process.ProcessMetrics;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.process.Tracing;
import io.github.auraauth.app.wiring.account.AccountsModule;
import io.github.auraauth.app.wiring.activity.AuditModule;
import io.github.auraauth.app.wiring.apikey.ApiKeysModule;
import io.github.auraauth.app.wiring.behaviour.BehaviourModule;
import io.github.auraauth.app.wiring.channel.ChannelsModule;
import io.github.auraauth.app.wiring.kpi.KpiModule;
import io.github.auraauth.app.wiring.login.KernelModule;
import io.github.auraauth.app.wiring.login.LoginModule;
import io.github.auraauth.app.wiring.makeup.StoredIndexes;
import io.github.auraauth.app.wiring.provider.ProviderModule;
import io.github.auraauth.app.wiring.provider.ProviderServices;
import io.github.auraauth.app.wiring.start.PlayedServices;
import io.github.auraauth.app.wiring.start.RecordedSecrets;
import io.github.auraauth.app.wiring.start.StartModule;
import io.github.auraauth.app.wiring.terms.TermsModule;
import io.github.auraauth.app.wiring.terms.TermsServer;
import io.github.auraauth.app.wiring.user.OwnUsersModule;
import io.github.auraauth.app.wiring.user.UsersModule;
import io.github.auraauth.embedded.DataFolderException;
import io.github.auraauth.front.server.ApiServer;
import io.github.auraauth.front.server.Draining;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The running service: starts in the order below, stops in the reverse one. */
public final class Server implements AutoCloseable {
    private final Closer parts = new Closer();
    private int port;
    private Optional<AccountsModule> accounts = Optional.empty();

    private Server() {}

    private void assemble(
            Configuration read,
            AcceptedChanges accepted,
            PlayedServices played,
            ClockAndRandom clockAndRandom,
            Consumer<Runnable> stop)
            throws StartRefused, DataFolderException, InterruptedException {
        Clock clock = clockAndRandom.clock();
        PageSources pageSources = new PageSources(read);
        PrometheusMeterRegistry metrics = parts.add(new ProcessMetrics()).registry();
        Tracer tracer = parts.add(Tracing.of(read.tracing(), read.deployment())).tracer();
        Draining draining = new Draining();
        StartupFront front = parts.add(StartupFront.open(read, draining, metrics, tracer, clockAndRandom));
        Store store = parts.add(Store.ofServer(read, clockAndRandom));
        Databases databases = parts.add(Databases.of(read, store, clock));
        databases.measure(metrics);
        SourceThrottle throttle = new SourceThrottle(read.keys().guard().failuresPerMinute(), clock);
        Optional<TermsServer> terms = TermsServer.start(read, databases, throttle, metrics, tracer, clockAndRandom);
        terms.ifPresent(parts::add);
        ApiServer http = front.http();
        Runnable drain =
                () -> FeatureApis.drainAndClose(http, terms, read.http().drain());
        terms.ifPresent(serving -> stop.accept(drain));
        Preparation preparation = new Preparation(store.connection(), clockAndRandom);
        BehaviourModule behaviours = parts.add(new BehaviourModule(read, clockAndRandom));
        OutgoingHttp outgoing = parts.add(
                OutgoingHttp.open(read.upstream().outgoing(), metrics, tracer, clock, behaviours.ofUpstreams()));
        OperatorStorage storage = OperatorStorage.of(read, outgoing);
        front.prepare(preparation, new StoredIndexes(storage.indexes(), store.connection(), clockAndRandom));
        Configuration configuration = preparation.withRecordedSeed(read);
        new RecordedSecrets(store.connection(), clock).check(configuration.keys(), accepted);
        Caching caching = parts.add(Caching.of(configuration, clockAndRandom));
        BoundedExecutor beside = parts.add(new BoundedExecutor("last-accesses", 1, 1_000, Duration.ofSeconds(2)));
        ChannelsModule channels = new ChannelsModule(configuration, outgoing, clock);
        KpiModule kpis = parts.add(new KpiModule(configuration, storage.kpis(), metrics, clockAndRandom));
        AuditModule audit =
                parts.add(AuditModule.ofServer(configuration, store.connection(), kpis::tell, metrics, clockAndRandom));
        UsersModule userModule = parts.add(new UsersModule(
                configuration,
                databases,
                caching.cache(),
                channels.channels,
                new UsersModule.Recorders(audit.recorder, kpis.recorder),
                beside,
                metrics,
                clockAndRandom));
        ApiKeysModule keys = new ApiKeysModule(
                configuration, store.connection(), caching.mirror(), throttle, beside, clockAndRandom);
        BackgroundWork background = parts.add(new BackgroundWork(clock));
        PageConfig pages = pageSources.over(storage, background, clock);
        KernelModule kernel = new KernelModule(configuration, outgoing, metrics, clockAndRandom);
        LoginModule login =
                new LoginModule(configuration, userModule, keys, kernel, pages, metrics, kpis.recorder, clockAndRandom);
        ServiceAddress address = ServiceAddress.of(configuration);
        List<FeatureModule> modules = new ArrayList<>(List.of(
                audit,
                behaviours.readingFrom(storage.behaviours(), store.connection()),
                channels,
                kpis,
                userModule,
                keys,
                login,
                new BotModule(configuration, outgoing, kpis.recorder, clockAndRandom),
                kernel,
                new OwnUsersModule(kernel.callers, userModule, read.deployment(), address.prefix(), clock)));
        List<DependencyProbe> probes = new ArrayList<>(Probes.of(databases, caching));
        if (configuration.accounts().enabled()) {
            var services = ProviderServices.over(
                    store.connection(), configuration, audit.recorder, throttle, metrics, clockAndRandom);
            var accounts =
                    new AccountsModule(configuration, services.accounts, services.consents, pages, clockAndRandom);
            accounts.prepare();
            modules.add(accounts);
            modules.add(parts.add(ProviderModule.of(configuration, services, outgoing, pages, clockAndRandom)));
            var report = databases.terms().map(connection -> new TermsModule(connection, metrics).report());
            modules.add(
                    new AdminModule(configuration, services, keys, userModule, report, pages, probes, clockAndRandom));
            this.accounts = Optional.of(accounts);
        }
        modules.add(new StartModule(
                configuration,
                accounts.map(AccountsModule::authentication),
                kernel.callers.isPresent(),
                played,
                pages,
                clockAndRandom));
        preparation.readRevocations(keys.revocations);
        WarmUp.of(userModule, keys, clockAndRandom);
        modules.stream().flatMap(module -> module.jobs().stream()).forEach(background::schedule);
        background.schedule(store.forgettingRemoved());
        modules.forEach(module -> probes.addAll(module.probes()));
        http.serve(behaviours.over(FeatureApis.of(
                modules,
                FeatureApis.operations(configuration, probes, draining, metrics, clock),
                keys.authentication,
                login.errors(),
                new BlockModeHook(configuration.http().blockMode()),
                address)));
        parts.add(drain::run);
        port = http.port();
    }

    /**
     * Starts the service and returns when it serves.
     *
     * @param played services of others that are played, which a page of development names
     * @param stop is given what ends gracefully what serves already, while the start goes on, which may be for hours
     * @throws StartRefused when it cannot, for a reason that the operator can act on
     */
    public static Server start(
            Configuration configuration,
            AcceptedChanges accepted,
            PlayedServices played,
            ClockAndRandom clockAndRandom,
            Consumer<Runnable> stop)
            throws StartRefused, DataFolderException, InterruptedException {
        Server server = new Server();
        try {
            server.assemble(configuration, accepted, played, clockAndRandom, stop);
            return server;
        } catch (StartRefused | DataFolderException | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    /**
     * Makes up an administrator, where the store is the embedded one and there is no superuser: for whoever shows the
     * password, which is not to be seen again.
     */
    public Optional<Administrator> makeUpAdministrator() throws StartRefused {
        return accounts.isPresent() ? accounts.get().makeUpAdministrator() : Optional.empty();
    }

    /** Stops what runs, in reverse order: first requests, last the database. */
    @Override
    public void close() {
        parts.close();
    }
}
