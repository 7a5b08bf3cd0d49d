package io.github.auraauth.adapter.mongo;

import static java.util.Objects.requireNonNull;

import com.mongodb.MongoClientSettings;
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
    /** What outages and the probe call the dependency. */
    public static final String DEPENDENCY = "mongo";

    /** What definitions of indexes call the configured collection of users. */
    private static final String DEFINED_USERS = "users";

    private static final String TERMS = "terms";
    private static final String TERMS_DATABASE = "tac";

    private final LastLoginRefusal lastRefusal = new LastLoginRefusal();
    private final MongoClient client;
    private final MongoDatabase database;
    private final MongoConfig config;
    private final MongoCircuitBreaker breaker;
    private final StalePrimaryGuard stalePrimaryGuard;

    private MongoConnection(MongoConfig config, NamedDatabase named, InstantSource clock) {
        this.client = client(config, lastRefusal);
        this.config = config;
        this.breaker = new MongoCircuitBreaker(named.name(), requireNonNull(clock, "clock"));
        this.database = client.getDatabase(named.database());
        this.stalePrimaryGuard =
                new StalePrimaryGuard(collection(StalePrimaryGuard.COLLECTION), this::isStandalone, clock);
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
                config, new NamedDatabase(DEPENDENCY, config.users().database()), clock);
    }

    /**
     * To the database that the uri names, {@code tac} when it names none: where terms are kept, which may be on another
     * server. Clock and exceptions as of {@link #open}.
     */
    public static MongoConnection openTerms(MongoConfig config, InstantSource clock) {
        return new MongoConnection(
                config, new NamedDatabase(TERMS, DriverSettings.database(config).orElse(TERMS_DATABASE)), clock);
    }

    private static MongoClient client(MongoConfig config, LastLoginRefusal lastRefusal) {
        return DriverFailures.translated(
                () -> MongoClients.create(MongoClientSettings.builder(DriverSettings.of(config))
                        .applyToServerSettings(server -> server.addServerListener(lastRefusal))
                        .build()));
    }

    /** The collection of users, read from the primary. */
    public GuardedCollection users() {
        return collection(config.users().collection());
    }

    /** The collection of users, read from a primary that a majority followed at most a second ago. */
    public GuardedCollection confirmedUsers() {
        return users().precededBy(stalePrimaryGuard::confirmIfDue);
    }

    /** Another collection of the same database, read from a primary that a majority followed at most a second ago. */
    public GuardedCollection confirmed(String name) {
        return collection(name).precededBy(stalePrimaryGuard::confirmIfDue);
    }

    /** The collection of users, read by the configured read preference and concern: acknowledged writes may be missing there. */
    public GuardedCollection usersByPreference() {
        return new GuardedCollection(
                database.getCollection(config.users().collection())
                        .withReadPreference(DriverSettings.preference(config))
                        .withReadConcern(DriverSettings.preferredConcern(config)),
                breaker);
    }

    /** Another collection of the same database, read from the primary. */
    public GuardedCollection collection(String name) {
        return new GuardedCollection(database.getCollection(name), breaker);
    }

    /** The collection of that name in a definition of indexes, where {@code users} stands for the configured one. */
    public GuardedCollection defined(String collection) {
        return collection.equals(DEFINED_USERS) ? users() : collection(collection);
    }

    /**
     * Runs a command on the database.
     *
     * @throws io.github.auraauth.port.Outage when it is refused, or not answered within the deadline
     */
    public Document run(Document command, Deadline deadline) {
        return run(database, command, deadline);
    }

    /** The same on the database {@code admin}. */
    public Document runOnAdmin(Document command, Deadline deadline) {
        return run(client.getDatabase("admin"), command, deadline);
    }

    private Document run(MongoDatabase on, Document command, Deadline deadline) {
        return DriverFailures.translated(() -> breaker.call(
                deadline,
                millis -> on.withTimeout(millis, TimeUnit.MILLISECONDS).runCommand(command, ReadPreference.primary())));
    }

    /** @throws io.github.auraauth.port.Outage when the primary does not answer, or was not asked */
    void ping(Deadline deadline) {
        DriverFailures.translated(() -> breaker.call(deadline, this::ping));
    }

    /**
     * Asks the primary, even while the circuit is open: for a start or a command, which have no callers to protect.
     *
     * @throws Outage.Refused when it refuses our credentials, also where the driver itself only tells that time passed
     * @throws Outage when it does not answer
     */
    public void requireAnswer(Deadline deadline) {
        try {
            DriverFailures.translated(() -> breaker.callAnyway(deadline, this::ping));
            lastRefusal.forget();
        } catch (Outage.Refused refused) {
            throw refused;
        } catch (Outage other) {
            throw lastRefusal.last().<Outage>map(refused -> refused).orElse(other);
        }
    }

    private Document ping(long millis) {
        return database.withTimeout(millis, TimeUnit.MILLISECONDS)
                .runCommand(new Document("ping", 1), ReadPreference.primary());
    }

    /** Whether calls are refused at once because the last ones reached no server. */
    public boolean isCircuitOpen() {
        return breaker.isOpen();
    }

    /**
     * Confirms that a majority follows the primary that is read from.
     *
     * @throws io.github.auraauth.port.Outage when it does not acknowledge within the deadline
     */
    public void confirmPrimary(Deadline deadline) {
        stalePrimaryGuard.confirm(deadline);
    }

    @Override
    public void close() {
        stalePrimaryGuard.close();
        client.close();
    }

    private boolean isStandalone() {
        return client.getClusterDescription().getServerDescriptions().stream()
                .anyMatch(server -> server.getType() == ServerType.STANDALONE);
    }

    /** The name of a connection in log and metrics, and the database that it leads to. */
    private record NamedDatabase(String name, String database) {}
}
