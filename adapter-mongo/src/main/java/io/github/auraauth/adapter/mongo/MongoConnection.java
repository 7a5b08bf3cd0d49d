package io.github.auraauth.adapter.mongo;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.github.auraauth.port.Deadline;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * The connections to MongoDB that all stores of one process share. Opening does not wait for a server; calls do, each
 * within its deadline. Safe for use by many threads.
 */
public final class MongoConnection implements AutoCloseable {
    private static final String TERMS_DATABASE = "tac";

    private final MongoClient client;
    private final MongoDatabase database;
    private final MongoConfig.Users users;

    private MongoConnection(MongoClient client, String database, MongoConfig.Users users) {
        this.client = client;
        this.users = users;
        this.database = client.getDatabase(database);
    }

    /**
     * To the configured database of users.
     *
     * @throws IllegalArgumentException when the configuration's uri is no connection string; it is not quoted
     * @throws io.github.auraauth.port.out.Outage when it is one of a DNS seed list and that cannot be looked up
     */
    public static MongoConnection open(MongoConfig config) {
        return new MongoConnection(client(config), config.users().database(), config.users());
    }

    /**
     * To the database that the uri names, {@code tac} when it names none: where terms are kept, which may be on another
     * server. Exceptions as of {@link #open}.
     */
    public static MongoConnection openTerms(MongoConfig config) {
        return new MongoConnection(
                client(config), DriverSettings.database(config).orElse(TERMS_DATABASE), config.users());
    }

    private static MongoClient client(MongoConfig config) {
        return MongoCalls.translated(() -> MongoClients.create(DriverSettings.of(config)));
    }

    /** The users, read from the primary. */
    MongoCalls users() {
        return collection(users.collection());
    }

    /** The users, read from where the read preference says: what was acknowledged may be missing there. */
    MongoCalls usersByPreference() {
        return new MongoCalls(database.getCollection(users.collection())
                .withReadPreference(ReadPreference.valueOf(users.readPreference())));
    }

    /** Another collection of the same database, read from the primary. */
    MongoCalls collection(String name) {
        return new MongoCalls(database.getCollection(name));
    }

    /** The collection that index definitions call so, read from the primary. */
    MongoCalls defined(String collection) {
        return collection.equals(IndexDefinition.USERS) ? users() : collection(collection);
    }

    /** @throws io.github.auraauth.port.out.Outage when the primary does not answer */
    void ping(Deadline deadline) {
        MongoCalls.translated(() -> database.withTimeout(MongoCalls.millisLeft(deadline), TimeUnit.MILLISECONDS)
                .runCommand(new Document("ping", 1), ReadPreference.primary()));
    }

    @Override
    public void close() {
        client.close();
    }
}
