package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.mongo.AccessCheck;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.backup.BackupDatabases;
import io.github.auraauth.adapter.mongo.index.IndexDefinition;
import io.github.auraauth.adapter.mongo.secret.MongoSealedValues;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.backup.BackupServices;
import io.github.auraauth.app.wiring.makeup.StoredIndexes;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.embedded.DataFolderException;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.health.HealthReport;
import io.github.auraauth.port.in.secret.StoredSecrets;
import io.github.auraauth.usecase.secret.StoredSecretsService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The operations of the command line on the databases and other dependencies. */
public final class OperationServices {
    /** How long a database is waited for that is not there. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Configuration configuration;
    private final Databases databases;
    private final ClockAndRandom clockAndRandom;

    OperationServices(Configuration configuration, Databases databases, ClockAndRandom clockAndRandom) {
        this.configuration = configuration;
        this.databases = databases;
        this.clockAndRandom = clockAndRandom;
    }

    /** Backups of all that is stored. */
    public BackupServices backups() {
        return new BackupServices(
                configuration,
                new BackupDatabases(databases.users(), databases.terms()),
                () -> Caching.mirrored(configuration, clockAndRandom),
                clockAndRandom);
    }

    /** All that is stored enciphered; records of terms are not. */
    public StoredSecrets secrets() {
        return new StoredSecretsService(
                new MongoSealedValues(databases.users()),
                new AtRestCipher(configuration.keys().encryptionKeys(), clockAndRandom.random()));
    }

    /**
     * Applies what is missing of the index definitions, however long that takes once the databases answer.
     *
     * @param listener told in words what is waited for and how far it is
     * @return the versions applied, maybe none; those of the terms, and of the definition in the storage, behind a word
     * @throws Outage when a database does not answer now, or refuses it
     */
    public List<String> makeUp(Consumer<String> listener) throws StartRefused {
        MongoConnection users = databases.users();
        List<String> versions = new ArrayList<>(makeUp(users, IndexDefinition.bundled(), listener));
        try (OutgoingHttp outgoing = OutgoingHttp.open(
                configuration.upstream().outgoing(), new SimpleMeterRegistry(), clockAndRandom.clock())) {
            new StoredIndexes(OperatorStorage.of(configuration, outgoing).indexes(), users, clockAndRandom)
                    .makeUp(listener, listener)
                    .forEach(version -> versions.add("storage " + version));
        }
        if (databases.terms().isPresent()) {
            makeUp(databases.terms().get(), IndexDefinition.ofTerms(), listener)
                    .forEach(version -> versions.add("terms " + version));
        }
        return versions;
    }

    private List<String> makeUp(MongoConnection connection, IndexDefinition definition, Consumer<String> listener)
            throws StartRefused {
        connection.requireAnswer(Deadline.in(PATIENCE, clockAndRandom.clock()));
        return new Preparation(connection, clockAndRandom).makeUp(definition, listener);
    }

    /** What is wrong with the service's access to a database or Redis that is there, in words, by the name of its probe. */
    public Map<String, String> accessProblems(Deadline deadline) {
        try (Caching caching = Caching.of(configuration, clockAndRandom)) {
            Map<String, String> problems = new HashMap<>(caching.problems(deadline));
            MongoConnection users = databases.users();
            AccessCheck.problem(users, users.users(), deadline).ifPresent(problem -> problems.put("mongo", problem));
            databases
                    .terms()
                    .flatMap(terms -> AccessCheck.problem(terms, terms.collection("services"), deadline))
                    .ifPresent(problem -> problems.put("terms", problem));
            return problems;
        }
    }

    /**
     * Asks every configured dependency once, also those that the service's health does not depend on.
     *
     * @throws StartRefused when a configured private key is not valid
     * @throws DataFolderException when one is to be generated and cannot be kept
     */
    public HealthReport health(Deadline deadline) throws StartRefused, DataFolderException {
        return Probes.report(configuration, databases, clockAndRandom, deadline);
    }
}
