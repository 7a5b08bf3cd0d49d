package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.memory.NoRevocationMirror;
import io.github.auraauth.adapter.memory.NoUserCache;
import io.github.auraauth.adapter.mongo.Remedies;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.app.wiring.activity.AuditModule;
import io.github.auraauth.app.wiring.apikey.ApiKeysModule;
import io.github.auraauth.app.wiring.provider.ProviderServices;
import io.github.auraauth.app.wiring.terms.TermsModule;
import io.github.auraauth.app.wiring.user.UsersModule;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.embedded.DataFolderException;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.activity.AuditTrail;
import io.github.auraauth.port.in.apikey.ApiKeyAdministration;
import io.github.auraauth.port.in.terms.TermsAdministration;
import io.github.auraauth.port.in.user.UserChanges;
import io.github.auraauth.port.in.user.UserRowSearch;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.usecase.channel.AnyChannel;
import io.github.auraauth.usecase.kpi.KpiRecorder;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * The use cases of the command line: the same over the same database as the server's, without a cache of its
 * own. What it changes, running servers notice by the invalidation log.
 */
public final class CommandServices implements AutoCloseable {
    private final Configuration configuration;
    private final Store store;
    private final Databases databases;
    private final AuditModule audit;
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final UsersModule userModule;
    private final ApiKeysModule keys;
    private final ClockAndRandom clockAndRandom;

    private CommandServices(
            Configuration configuration, Store store, Databases databases, ClockAndRandom clockAndRandom) {
        this.configuration = configuration;
        this.store = store;
        this.databases = databases;
        this.audit = new AuditModule(configuration, store.connection(), metrics, clockAndRandom);
        this.userModule = new UsersModule(
                configuration,
                databases,
                new NoUserCache(),
                new AnyChannel(),
                new UsersModule.Recorders(audit.recorder, KpiRecorder.none(clockAndRandom.clock())),
                Runnable::run,
                metrics,
                clockAndRandom);
        this.keys = new ApiKeysModule(
                configuration,
                store.connection(),
                new NoRevocationMirror(),
                new SourceThrottle(0, clockAndRandom.clock()),
                Runnable::run,
                clockAndRandom);
        this.clockAndRandom = clockAndRandom;
    }

    /**
     * Opens the configured database; with the embedded store, that of the running server, or where none runs, its own.
     *
     * @throws DataFolderException when the embedded store cannot be opened
     * @throws StartRefused when a configured address of MongoDB cannot be read
     */
    public static CommandServices open(Configuration configuration, Clock clock, SecureRandom random)
            throws DataFolderException, StartRefused {
        ClockAndRandom clockAndRandom = new ClockAndRandom(clock, random);
        Store store = Store.ofCommand(configuration, clockAndRandom);
        try {
            return new CommandServices(
                    new Preparation(store.connection(), clockAndRandom).withRecordedSeedIfKnown(configuration),
                    store,
                    Databases.of(configuration, store, clockAndRandom.clock()),
                    clockAndRandom);
        } catch (StartRefused | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    public Users users() {
        return userModule.users;
    }

    public UserChanges userChanges() {
        return userModule.changes;
    }

    /** Whose doings are in the audit trail as the actor's. */
    public ApiKeyAdministration apiKeys(Actor actor) {
        return keys.administration(actor, audit.recorder);
    }

    public AuditTrail audit() {
        return audit.trail;
    }

    /** From the primary. */
    public UserRowSearch userAdministration() {
        return userModule.administration;
    }

    /** Empty where there are no accounts. */
    public Optional<AccountCommandServices> accounts() {
        return provider()
                .map(services -> AccountCommandServices.of(
                        configuration, services.accounts, services.clientImport, clockAndRandom));
    }

    /** Empty where there are no accounts. */
    public Optional<ProviderServices> provider() {
        var throttle = new SourceThrottle(0, clockAndRandom.clock());
        return configuration.accounts().enabled()
                ? Optional.of(ProviderServices.over(
                        store.connection(), configuration, audit.recorder, throttle, metrics, clockAndRandom))
                : Optional.empty();
    }

    /** Empty where the terms API is off. */
    public Optional<TermsAdministration> terms() {
        return databases.terms().map(connection -> new TermsModule(connection, metrics).administration());
    }

    /** For the operator of the databases, whatever is stored there. */
    public OperationServices operations() {
        return new OperationServices(configuration, databases, clockAndRandom);
    }

    public static String remedy(Outage.Refused refused) {
        return Remedies.of(refused);
    }

    @Override
    public void close() {
        userModule.close();
        audit.close();
        databases.close();
        store.close();
    }
}
