package io.github.auraauth.adapter.mongo;

import static java.util.Objects.requireNonNull;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ServerType;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * The connections to MongoDB that all stores of one process share. Opening does not wait for a server; calls do, each
 * within its deadline. Safe for use by many threads.
 */
public final class MongoConnection implements AutoCloseable {
    private static final String TERMS = "terms";
    private static final String TERMS_DATABASE = "tac";

    private final MongoClient client;
    private final MongoDatabase database;
    private final MongoConfig.Users users;
    private final MongoCircuitBreaker breaker;
    private final PrimaryConfirmation primary;

    private MongoConnection(MongoClient client, Place place, MongoConfig.Users users, InstantSource clock) {
        this.client = client;
        this.users = users;
        this.breaker = new MongoCircuitBreaker(place.name(), requireNonNull(clock, "clock"));
        this.database = client.getDatabase(place.database());
        this.primary = new PrimaryConfirmation(collection(PrimaryConfirmation.COLLECTION), this::isStandalone, clock);
    }

    /**
     * To the configured database of users.
     *
     * @param clock one that is never set back
     * @throws IllegalArgumentException when the configuration's uri is no connection string; it is not quoted
     * @throws io.github.auraauth.port.Outage when it is one of a DNS seed list and that cannot be looked up
     */
    public static MongoConnection open(MongoConfig config, InstantSource clock) {
        return new MongoConnection(
                client(config), new Place(MongoCalls.DEPENDENCY, config.users().database()), config.users(), clock);
    }

    /**
     * To the database that the uri names, {@code tac} when it names none: where terms are kept, which may be on another
     * server. Clock and exceptions as of {@link #open}.
     */
    public static MongoConnection openTerms(MongoConfig config, InstantSource clock) {
        return new MongoConnection(
                client(config),
                new Place(TERMS, DriverSettings.database(config).orElse(TERMS_DATABASE)),
                config.users(),
                clock);
    }

    private static MongoClient client(MongoConfig config) {
        return MongoCalls.translated(() -> MongoClients.create(DriverSettings.of(config)));
    }

    /** The users, read from the primary. */
    MongoCalls users() {
        return collection(users.collection());
    }

    /** The users, read from a primary that a majority followed a second ago. */
    MongoCalls confirmedUsers() {
        return users().after(primary::ensure);
    }

    /** Another collection, read from a primary that a majority followed a second ago. */
    MongoCalls confirmed(String name) {
        return collection(name).after(primary::ensure);
    }

    /** The users, read from where the read preference says: what was acknowledged may be missing there. */
    MongoCalls usersByPreference() {
        return new MongoCalls(
                database.getCollection(users.collection())
                        .withReadPreference(ReadPreference.valueOf(users.readPreference())),
                breaker);
    }

    /** Another collection of the same database, read from the primary. */
    MongoCalls collection(String name) {
        return new MongoCalls(database.getCollection(name), breaker);
    }

    /** The collection that index definitions call so, read from the primary. */
    MongoCalls defined(String collection) {
        return collection.equals(IndexDefinition.USERS) ? users() : collection(collection);
    }

    /** @throws io.github.auraauth.port.Outage when the primary does not answer, or was not asked */
    void ping(Deadline deadline) {
        MongoCalls.translated(() -> breaker.call(deadline, this::ping));
    }

    /** Whether the primary answers, which is asked in any case: before there are callers, nobody else does. */
    public boolean isThere(Deadline deadline) {
        try {
            MongoCalls.translated(() -> breaker.callAnyway(deadline, this::ping));
            return true;
        } catch (Outage outage) {
            return false;
        }
    }

    private Document ping(long millis) {
        return database.withTimeout(millis, TimeUnit.MILLISECONDS)
                .runCommand(new Document("ping", 1), ReadPreference.primary());
    }

    /** Whether calls are refused at once, because the last ones found no server. */
    public boolean isCircuitOpen() {
        return breaker.isOpen();
    }

    /** What shows that reads are not of a primary that was cut off. */
    PrimaryConfirmation primary() {
        return primary;
    }

    @Override
    public void close() {
        primary.end();
        client.close();
    }

    private boolean isStandalone() {
        return client.getClusterDescription().getServerDescriptions().stream()
                .anyMatch(server -> server.getType() == ServerType.STANDALONE);
    }

    /** What log and metrics call a connection, and the database that it leads to. */
    private record Place(String name, String database) {}
}
