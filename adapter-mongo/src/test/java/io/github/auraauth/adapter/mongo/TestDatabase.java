package io.github.auraauth.adapter.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.adapter.mongo.index.IndexDefinition;
import io.github.auraauth.adapter.mongo.index.MongoIndexMakeup;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.testkit.OutageContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of its own for a test class, empty but for the indexes when a test begins: in the server that
 * {@code AURA_TEST_MONGODB_URI} names, or in one within this process. Where {@code AURA_TEST_MONGODB_LACKS_TTL} is
 * {@code true}, indexes that remove documents when their time is over are plain ones.
 */
public final class TestDatabase implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    /** What the tests take for the real time. */
    public static final InstantSource CLOCK = InstantSource.system();

    public static final SecureRandom RANDOM = new SecureRandom();
    public static final String USERS = "people";
    public static final UnreadableDocumentReporter UNREADABLE = new UnreadableDocumentReporter("document", () -> {});

    private static final Socket CLOSED = new Socket();
    private static final String REAL_SERVER = System.getenv("AURA_TEST_MONGODB_URI");

    private final String name = "aura-test-" + UUID.randomUUID();
    private final Optional<String> given;
    private Optional<MongoServer> embedded = Optional.empty();
    private String uri;
    private MongoClient client;
    private MongoConnection connection;
    private Optional<MongoConnection> away = Optional.empty();

    public TestDatabase() {
        this(Optional.ofNullable(REAL_SERVER).filter(uri -> !uri.isBlank()));
    }

    /** @param given the server's; empty: one within this process */
    TestDatabase(Optional<String> given) {
        this.given = given;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open();
    }

    void open() {
        uri = given.orElseGet(this::startEmbedded);
        client = MongoClients.create(uri);
        connection = connect();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        for (String collection : database().listCollectionNames()) {
            collection(collection).deleteMany(new Document());
        }
        new MongoIndexMakeup(connection, definition(), CLOCK, RANDOM, "1@here", told -> {}).run();
        new MongoIndexMakeup(connection, IndexDefinition.ofTerms(), CLOCK, RANDOM, "1@here", told -> {}).run();
    }

    private static IndexDefinition definition() {
        if (!Boolean.parseBoolean(System.getenv("AURA_TEST_MONGODB_LACKS_TTL"))) {
            return IndexDefinition.bundled();
        }
        try (InputStream file = IndexDefinition.class.getResourceAsStream("/" + IndexDefinition.FILE)) {
            String json = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return IndexDefinition.parse(json.replaceAll(",\\s*\"expireAfterSeconds\"\\s*:\\s*\\d+", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        away.ifPresent(MongoConnection::close);
        away = Optional.empty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    void close() {
        database().drop();
        connection.close();
        client.close();
        embedded.ifPresent(MongoServer::shutdownNow);
    }

    /** The connection that a test's stores share; one to a closed port once the database was taken away. */
    public MongoConnection connection() {
        return away.orElse(connection);
    }

    /** Until the test is over, {@link #connection()} leads to a port on which nobody listens. */
    public OutageContract.Backend takeAway() {
        away = Optional.of(MongoConnection.open(config("mongodb://127.0.0.1:" + closedPort(), name), CLOCK));
        return OutageContract.Backend.AWAY;
    }

    /** Another connection, as of another process; the test closes it. */
    public MongoConnection connect() {
        return MongoConnection.open(config(uri, name), CLOCK);
    }

    /** A connection to that address, where the database is reached too. */
    public MongoConnection connect(String address, InstantSource clock) {
        return MongoConnection.open(config(address, name), clock);
    }

    /** Where the database is. */
    ServerAddress server() {
        return new ServerAddress(new ConnectionString(uri).getHosts().get(0));
    }

    /** What stands between the server and {@link #connect(TcpProxy)}. */
    TcpProxy proxy() throws IOException {
        ServerAddress server = server();
        return new TcpProxy(new InetSocketAddress(server.getHost(), server.getPort()));
    }

    /** A connection by way of the proxy. */
    MongoConnection connect(TcpProxy proxy) {
        return MongoConnection.open(config(proxied(uri, proxy.port()), name), CLOCK);
    }

    /** What reads each command on its way to the server. */
    public CommandProxy commandProxy() throws IOException {
        ServerAddress server = server();
        return new CommandProxy(new InetSocketAddress(server.getHost(), server.getPort()));
    }

    /**
     * A connection by way of that proxy, whose reads end after half a second where nothing else is said.
     *
     * @param credentials for the uri, such as {@code user:password@}, or empty
     */
    public MongoConnection connect(CommandProxy proxy, String credentials) {
        String address = proxied(uri, proxy.port()).replace("://", "://" + credentials);
        MongoConfig usual = config(address, name);
        MongoConfig.Timeouts times = new MongoConfig.Timeouts(
                Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(2));
        return MongoConnection.open(
                new MongoConfig(usual.access(), usual.pool(), times, usual.retries(), usual.users()), CLOCK);
    }

    /** The same for terms. */
    MongoConnection connectTerms(TcpProxy proxy) {
        return MongoConnection.openTerms(config(proxied(uri, proxy.port()), name), CLOCK);
    }

    /** The connection string with that port of this machine in place of its hosts, and as it was in all else. */
    static String proxied(String uri, int port) {
        int hosts = uri.indexOf("://") + 3;
        int hostsEnd = (int) uri.chars()
                        .skip(hosts)
                        .takeWhile(c -> c != '/' && c != '?')
                        .count()
                + hosts;
        int credentialsEnd = Math.max(hosts, uri.lastIndexOf('@', hostsEnd - 1) + 1);
        int optionsBegin = uri.indexOf('?', hostsEnd);
        String path = optionsBegin < 0 ? uri.substring(hostsEnd) : uri.substring(hostsEnd, optionsBegin);
        String options = optionsBegin < 0 ? "" : uri.substring(optionsBegin + 1) + '&';
        return uri.substring(0, credentialsEnd)
                + "127.0.0.1:"
                + port
                + (path.isEmpty() ? "/" : path)
                + '?'
                + options
                + "directConnection=true";
    }

    /** What really is stored. */
    public MongoCollection<Document> users() {
        return collection(USERS);
    }

    public MongoCollection<Document> collection(String collection) {
        return database().getCollection(collection);
    }

    public List<Document> stored(String collection) {
        return collection(collection).find().into(new ArrayList<>());
    }

    public static Deadline soon() {
        return within(Duration.ofSeconds(10));
    }

    public static Deadline within(Duration time) {
        return Deadline.in(time, CLOCK);
    }

    public static AtRestCipher cipher() {
        return cipher("0123456789abcdef0123456789abcdef");
    }

    public static AtRestCipher cipher(String... keys) {
        return new AtRestCipher(
                EncryptionKeys.of(List.of(keys).stream().map(Secret::ofText).toList()), RANDOM);
    }

    public static KeyedDigest digest() {
        return KeyedDigest.derivedFrom(Secret.ofText("fake-seed-of-a-test"), "test");
    }

    static MongoConfig config(String address, String database) {
        return new MongoConfig(
                new MongoConfig.Access(Secret.ofText(address), Optional.empty(), Optional.empty(), Optional.empty()),
                new MongoConfig.PoolLimits(60, 2, Duration.ofSeconds(30)),
                new MongoConfig.Timeouts(
                        Duration.ofMillis(500), Duration.ofSeconds(5), Duration.ofSeconds(45), Duration.ofSeconds(10)),
                new MongoConfig.Retries(true, true),
                new MongoConfig.UserCollection(database, USERS, "primaryPreferred"));
    }

    /** The collection as stores see it, with a circuit breaker of its own. */
    public static GuardedCollection guarded(MongoCollection<Document> collection, InstantSource clock) {
        return new GuardedCollection(collection, new MongoCircuitBreaker("test", clock));
    }

    /** A reporter that logs to the given consumer. */
    public static UnreadableDocumentReporter reporter(String kind, Runnable counter, Consumer<String> log) {
        return new UnreadableDocumentReporter(kind, counter, log);
    }

    private MongoDatabase database() {
        return client.getDatabase(name);
    }

    /** A port that is taken, so that nobody else gets it, and on which nobody listens. */
    private static synchronized int closedPort() {
        try {
            if (!CLOSED.isBound()) {
                CLOSED.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            }
            return CLOSED.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String startEmbedded() {
        MongoServer server = new MongoServer(new MemoryBackend());
        embedded = Optional.of(server);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server.bind(address);
        return "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
    }
}
