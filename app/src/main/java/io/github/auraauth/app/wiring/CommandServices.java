package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.memory.NoRevocationMirror;
import io.github.auraauth.adapter.memory.NoUserCache;
import io.github.auraauth.adapter.mongo.Remedies;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.app.wiring.activity.AuditModule;
import io.github.auraauth.app.wiring.backup.BackupServices;
import io.github.auraauth.app.wiring.provider.ProviderServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.embedded.DataFolderException;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.activity.AuditTrail;
import io.github.auraauth.port.in.apikey.ApiKeyAdministration;
import io.github.auraauth.port.in.health.HealthReport;
import io.github.auraauth.port.in.secret.StoredSecrets;
import io.github.auraauth.port.in.terms.TermsAdministration;
import io.github.auraauth.port.in.user.UserChanges;
import io.github.auraauth.port.in.user.UserRowSearch;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.usecase.channel.AnyChannel;
import io.github.auraauth.usecase.kpi.KpiRecorder;
import io.github.auraauth.usecase.throttle.FailureThrottle;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the command line works with: the same use cases over the same database as the server's, without a cache of its
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
                new FailureThrottle(0, clockAndRandom.clock()),
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

    public BackupServices backups() {
        return databases.backups(configuration, clockAndRandom);
    }

    public StoredSecrets secrets() {
        return databases.secrets(configuration, clockAndRandom);
    }

    /** Empty where there are no accounts. */
    public Optional<AccountCommandServices> accounts() {
        return provider()
                .map(services -> AccountCommandServices.of(
                        configuration, services.accounts, services.clientImport, clockAndRandom));
    }

    /** Empty where there are no accounts. */
    public Optional<ProviderServices> provider() {
        var throttle = new FailureThrottle(0, clockAndRandom.clock());
        return configuration.accounts().enabled()
                ? Optional.of(ProviderServices.over(
                        store.connection(), configuration, audit.recorder, throttle, metrics, clockAndRandom))
                : Optional.empty();
    }

    /** Empty where the terms API is off. */
    public Optional<TermsAdministration> terms() {
        return databases.terms().map(connection -> new TermsModule(connection, metrics).administration());
    }

    /**
     * Applies what is missing of the index definitions, however long that takes once the databases answer.
     *
     * @param listener told in words what is waited for and how far it is
     * @return the versions applied, maybe none; those of the terms, and of the definition in the storage, behind a word
     * @throws Outage when a database does not answer now, or refuses it
     */
    public List<String> makeUp(Consumer<String> listener) throws StartRefused {
        return databases.makeUp(configuration, listener, clockAndRandom);
    }

    /** What is wrong with the service's access to a database or Redis that is there, in words, by the name of its probe. */
    public Map<String, String> accessProblems(Deadline deadline) {
        try (Caching caching = Caching.of(configuration, clockAndRandom)) {
            Map<String, String> problems = new HashMap<>(caching.problems(deadline));
            problems.putAll(databases.accessProblems(deadline));
            return problems;
        }
    }

    public static String remedy(Outage.Refused refused) {
        return Remedies.of(refused);
    }

    /**
     * Asks every configured dependency once, also those that the service's health does not depend on.
     *
     * @throws StartRefused when a configured private key is none
     * @throws DataFolderException when one is to be generated and cannot be kept
     */
    public HealthReport health(Deadline deadline) throws StartRefused, DataFolderException {
        return Probes.report(configuration, databases, clockAndRandom, deadline);
    }

    @Override
    public void close() {
        userModule.close();
        audit.close();
        databases.close();
        store.close();
    }
}
