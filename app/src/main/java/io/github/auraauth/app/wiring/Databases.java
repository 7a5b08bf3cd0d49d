package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.mongo.AccessCheck;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.adapter.mongo.backup.BackupDatabases;
import io.github.auraauth.adapter.mongo.index.IndexDefinition;
import io.github.auraauth.adapter.mongo.secret.MongoSealedValues;
import io.github.auraauth.adapter.mongo.terms.MongoTermsHistory;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.TermsSettings;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.process.SteadyClock;
import io.github.auraauth.app.wiring.backup.BackupServices;
import io.github.auraauth.app.wiring.makeup.StoredIndexes;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secret.StoredSecrets;
import io.github.auraauth.usecase.erasure.ErasureStep;
import io.github.auraauth.usecase.secret.StoredSecretsService;
import io.github.auraauth.usecase.terms.TermsErasure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The connections that this process has.
 *
 * @param terms another one, also where it leads to the same server; empty when the terms API is off
 */
record Databases(MongoConnection users, Optional<MongoConnection> terms) implements AutoCloseable {
    /** How long a database is waited for that is not there. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** An erasure reads no records, so that it meets none that cannot be read. */
    private static final UnreadableDocumentReporter NOT_COUNTED =
            new UnreadableDocumentReporter("terms record", () -> {});

    /**
     * Opens what is not open yet.
     *
     * @param users is closed by whoever opened it
     * @throws StartRefused when the configured address of the terms is none that the driver can read
     */
    static Databases of(Configuration configuration, Store users, InstantSource clock) throws StartRefused {
        Optional<TermsSettings> settings = configuration.terms();
        if (settings.isEmpty()) {
            return new Databases(users.connection(), Optional.empty());
        }
        Secret uri = settings.get().uri().orElseGet(users::uri);
        try {
            MongoConnection terms = MongoConnection.openTerms(
                    AdapterConfigs.mongo(settings.get().database(), uri), new SteadyClock(clock));
            return new Databases(users.connection(), Optional.of(terms));
        } catch (IllegalArgumentException unreadable) {
            throw new StartRefused(
                    "TAC_MONGODB_URI: given a secret, allowed: a connection string of MongoDB whose hosts and options"
                            + " the driver can read",
                    unreadable);
        }
    }

    /** Backups of all that is stored here. */
    BackupServices backups(Configuration configuration, ClockAndRandom clockAndRandom) {
        return new BackupServices(
                configuration,
                new BackupDatabases(users, terms),
                () -> Caching.mirrored(configuration, clockAndRandom),
                clockAndRandom);
    }

    /** What is stored enciphered; records of terms are not. */
    StoredSecrets secrets(Configuration configuration, ClockAndRandom clockAndRandom) {
        return new StoredSecretsService(
                new MongoSealedValues(users),
                new AtRestCipher(configuration.keys().encryptionKeys(), clockAndRandom.random()));
    }

    /** What an erasure does here beyond the users' rows. */
    ErasureStep termsErasure() {
        return terms.<ErasureStep>map(connection -> new TermsErasure(new MongoTermsHistory(connection, NOT_COUNTED)))
                .orElseGet(ErasureStep::none);
    }

    /** Shows in the metrics of which connections calls are refused. */
    void measure(MeterRegistry metrics) {
        measure(metrics, "mongo", users);
        terms.ifPresent(connection -> measure(metrics, "terms", connection));
    }

    private static void measure(MeterRegistry metrics, String name, MongoConnection connection) {
        Gauge.builder("aura.breaker.open", connection, each -> each.isCircuitOpen() ? 1 : 0)
                .description("1 while calls are refused at once, because the last ones found no server")
                .tag("host", name)
                .register(metrics);
    }

    /** As {@link CommandServices#makeUp}. */
    List<String> makeUp(Configuration configuration, Consumer<String> listener, ClockAndRandom clockAndRandom)
            throws StartRefused {
        List<String> versions = new ArrayList<>(makeUp(users, IndexDefinition.bundled(), listener, clockAndRandom));
        try (OutgoingHttp outgoing = OutgoingHttp.open(
                configuration.upstream().outgoing(), new SimpleMeterRegistry(), clockAndRandom.clock())) {
            new StoredIndexes(OperatorStorage.of(configuration, outgoing).indexes(), users, clockAndRandom)
                    .makeUp(listener, listener)
                    .forEach(version -> versions.add("storage " + version));
        }
        if (terms.isPresent()) {
            makeUp(terms.get(), IndexDefinition.ofTerms(), listener, clockAndRandom)
                    .forEach(version -> versions.add("terms " + version));
        }
        return versions;
    }

    private static List<String> makeUp(
            MongoConnection connection,
            IndexDefinition definition,
            Consumer<String> listener,
            ClockAndRandom clockAndRandom)
            throws StartRefused {
        connection.requireAnswer(Deadline.in(PATIENCE, clockAndRandom.clock()));
        return new Preparation(connection, clockAndRandom).makeUp(definition, listener);
    }

    /** As {@link CommandServices#accessProblems}. */
    Map<String, String> accessProblems(Deadline deadline) {
        Map<String, String> problems = new HashMap<>();
        AccessCheck.problem(users, users.users(), deadline).ifPresent(problem -> problems.put("mongo", problem));
        terms.flatMap(connection -> AccessCheck.problem(connection, connection.collection("services"), deadline))
                .ifPresent(problem -> problems.put("terms", problem));
        return problems;
    }

    /** Closes what {@link #of} opened. */
    @Override
    public void close() {
        terms.ifPresent(MongoConnection::close);
    }
}
