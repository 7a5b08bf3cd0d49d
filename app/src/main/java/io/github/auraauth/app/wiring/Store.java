package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.ScheduledJob;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.process.SteadyClock;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.embedded.DataFolder;
import io.github.auraauth.embedded.DataFolderException;
import io.github.auraauth.embedded.EmbeddedStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The connection to the configured database, or to the embedded one, which it then starts and stops. */
final class Store implements AutoCloseable {
    private static final Duration FORGETTING = Duration.ofSeconds(45);

    private final MongoConnection connection;
    private final Optional<EmbeddedStore> embedded;
    private final Secret uri;

    private Store(MongoConnection connection, Optional<EmbeddedStore> embedded, Secret uri) {
        this.connection = connection;
        this.embedded = embedded;
        this.uri = uri;
    }

    /**
     * For the server: an embedded store belongs to it alone.
     *
     * @throws DataFolderException when the embedded store cannot be opened
     * @throws StartRefused when the configured address is none that the driver can read
     */
    static Store ofServer(Configuration configuration, ClockAndRandom clockAndRandom)
            throws DataFolderException, StartRefused {
        Optional<Secret> uri = configuration.mongo().uri();
        return uri.isPresent()
                ? at(configuration, uri.get(), clockAndRandom.clock())
                : embedded(configuration, folder(configuration), clockAndRandom);
    }

    /**
     * For the command line: beside a running server it goes through that server's embedded store.
     *
     * @throws DataFolderException when the embedded store cannot be opened
     * @throws StartRefused when the configured address is none that the driver can read
     */
    static Store ofCommand(Configuration configuration, ClockAndRandom clockAndRandom)
            throws DataFolderException, StartRefused {
        Optional<Secret> uri = configuration.mongo().uri();
        if (uri.isPresent()) {
            return at(configuration, uri.get(), clockAndRandom.clock());
        }
        DataFolder folder = folder(configuration);
        Optional<String> running = EmbeddedStore.addressOfRunning(folder);
        return running.isPresent()
                ? at(configuration, Secret.ofText(running.get()), clockAndRandom.clock())
                : embedded(configuration, folder, clockAndRandom);
    }

    MongoConnection connection() {
        return connection;
    }

    /** Where it is, also when it is the embedded one. */
    Secret uri() {
        return uri;
    }

    /** Leaves out of the embedded store's files what was removed, so that an erased person is in no old entry of them. */
    ScheduledJob forgettingRemoved() {
        return ScheduledJob.every(
                FORGETTING,
                FORGETTING,
                "forgetting removed data",
                limit -> embedded.ifPresent(EmbeddedStore::forgetRemoved));
    }

    @Override
    public void close() {
        connection.close();
        embedded.ifPresent(EmbeddedStore::close);
    }

    private static DataFolder folder(Configuration configuration) throws DataFolderException {
        return DataFolder.open(configuration.deployment().dataFolder());
    }

    private static Store embedded(Configuration configuration, DataFolder folder, ClockAndRandom clockAndRandom)
            throws DataFolderException {
        Clock clock = clockAndRandom.clock();
        EmbeddedStore store = EmbeddedStore.open(folder, clock, clockAndRandom.random());
        Secret uri = Secret.ofText(store.uri());
        return new Store(
                MongoConnection.open(AdapterConfigs.mongo(configuration.mongo(), uri), new SteadyClock(clock)),
                Optional.of(store),
                uri);
    }

    private static Store at(Configuration configuration, Secret uri, Clock clock) throws StartRefused {
        try {
            return new Store(
                    MongoConnection.open(AdapterConfigs.mongo(configuration.mongo(), uri), new SteadyClock(clock)),
                    Optional.empty(),
                    uri);
        } catch (IllegalArgumentException unreadable) {
            throw new StartRefused(
                    "AURA_MONGODB_URI: given a secret, allowed: a connection string of MongoDB whose hosts and options"
                            + " the driver can read",
                    unreadable);
        }
    }
}
