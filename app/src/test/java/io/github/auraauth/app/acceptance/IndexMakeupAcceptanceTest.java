package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.adapter.mongo.CommandProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts over a database that makes an index slowly, or refuses to; {@code -Daura.build.seconds} holds it for so long. */
class IndexMakeupAcceptanceTest {
    /** More than the ten seconds after which a build is told of. */
    private static final Duration HOLD = Duration.ofSeconds(Integer.getInteger("aura.build.seconds", 11));

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final CountDownLatch release = new CountDownLatch(1);
    private CommandProxy proxy;

    @BeforeEach
    void open() throws IOException {
        mongo.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        proxy = new CommandProxy(mongo.getLocalAddress());
    }

    @AfterEach
    void close() throws IOException {
        release.countDown();
        proxy.close();
        mongo.shutdownNow();
    }

    @Tag("deep")
    @Test
    void start_indexBuiltSlowly_waitsSaysSoAndServesAtLastWhileAnotherInstanceServes() throws Exception {
        try (ServerProcess serving = ServerProcess.start(folder.resolve("serving"), Servers.on(directUri()));
                MongoClient client = MongoClients.create(directUri())) {
            MongoCollection<Document> users = client.getDatabase("aura-users").getCollection("users");
            users.dropIndex("userId_1");
            users.createIndex(new Document("other", 1), new com.mongodb.client.model.IndexOptions().name("userId_1"));
            proxy.judge(this::held);
            try (ServerProcess waiting = ServerProcess.launch(folder.resolve("waiting"), environment())) {
                Api api = new Api(serving);
                Api early = new Api(waiting);
                await(() -> get(waiting, early, "/healthz")
                        .filter(waitsForIndexes()::equals)
                        .isPresent());
                Instant end = Instant.now().plus(HOLD);
                int registered = 0;
                for (; Instant.now().isBefore(end); registered++) {
                    assertThat(early.call(request(waiting, "/healthz?probe=live"))
                                    .statusCode())
                            .isEqualTo(200);
                    assertThat(early.call(request(waiting, "/metrics")).statusCode())
                            .isEqualTo(200);
                    assertThat(early.call(early.register("early-" + registered)).statusCode())
                            .isEqualTo(503);
                    assertThat(api.call(api.register("session-" + registered)).statusCode())
                            .isEqualTo(200);
                    assertThat(names(users)).contains("userId_1").doesNotContain("userId_1_2");
                    Thread.sleep(250);
                }
                assertThat(waiting.output())
                        .anyMatch(line ->
                                line.contains("index make-up: the index users.userId_1_2 is being built, for "));
                release.countDown();
                waiting.awaitReady();
                assertThat(early.call(early.register("late")).statusCode()).isEqualTo(200);
                assertThat(waiting.output())
                        .anyMatch(line -> line.contains("the index users.userId_1_2 is built, after "))
                        .anyMatch(line -> line.contains("the index userId_1 is dropped: its replacement is whole"));
                assertThat(names(users)).contains("userId_1_2").doesNotContain("userId_1");
                System.out.println(
                        "held for " + HOLD.toSeconds() + " s, registered meanwhile on the other: " + registered);
                waiting.output().stream()
                        .filter(line -> !line.contains("\"msg\":\"request\""))
                        .forEach(System.out::println);
            }
        }
    }

    @Test
    void terminate_whileAnIndexIsBuilt_endsSoonWithStatusZero() throws Exception {
        proxy.judge(this::held);
        try (ServerProcess waiting = ServerProcess.launch(folder, environment())) {
            await(() -> proxy.commands("createIndexes").size() > 2);
            Instant told = Instant.now();
            assertThat(waiting.stop()).isZero();
            assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void start_createIndexesRefused_endsAndTellsCodeNameAndWhatToDo() {
        proxy.judge(command -> CommandProxy.nameOf(command).equals("createIndexes")
                ? Optional.of(CommandProxy.refusal(13, "Unauthorized"))
                : Optional.empty());
        try (ServerProcess server = ServerProcess.launch(folder, environment())) {
            assertThat(server.awaitEnd()).isEqualTo(69);
            assertThat(server.outputWith(Pattern.compile("aura: mongo refused createIndexes of users\\.auraId_1: 13"
                            + " Unauthorized: the user lacks a right; grant it the role readWrite on the database")))
                    .anyMatch(line -> line.contains("FATAL") || line.contains("ERROR"))
                    .noneMatch(line -> line.contains("fake-value-of-a-document"));
        }
    }

    @Test
    void start_passwordWrong_waitsAndTellsCodeAndName() {
        proxy.judge(command -> CommandProxy.nameOf(command).equals("saslStart")
                ? Optional.of(CommandProxy.refusal(18, "AuthenticationFailed"))
                : Optional.empty());
        Map<String, String> environment = environment();
        environment.put("AURA_MONGODB_USERNAME", "somebody");
        environment.put("AURA_MONGODB_PASSWORD", "fake-password-of-mongo");
        try (ServerProcess server = ServerProcess.launch(folder, environment)) {
            assertThat(server.outputWith(
                            Pattern.compile("MongoDB refuses the service: 18 AuthenticationFailed: check the"
                                    + " user, the password and authSource; the port answers liveness only")))
                    .noneMatch(line -> line.contains("fake-password-of-mongo"));
            Api api = new Api(server);
            assertThat(api.call(request(server, "/healthz?probe=live")).statusCode())
                    .isEqualTo(200);
            assertThat(api.call(request(server, "/healthz")).body())
                    .isEqualTo("{\"status\":\"down\",\"checks\":{\"mongo\":\"down\",\"indexes\":\"down\","
                            + "\"service\":\"down\"}}");
            assertThat(server.stop()).isZero();
        }
    }

    private Map<String, String> environment() {
        return Servers.on("mongodb://127.0.0.1:" + proxy.port());
    }

    private String directUri() {
        return "mongodb://127.0.0.1:" + mongo.getLocalAddress().getPort();
    }

    private Optional<Document> held(Document command) {
        boolean slow = CommandProxy.nameOf(command).equals("createIndexes")
                && command.getList("indexes", Document.class)
                        .get(0)
                        .getString("name")
                        .startsWith("userId_1");
        if (slow) {
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return Optional.empty();
    }

    private static String waitsForIndexes() {
        return "{\"status\":\"down\",\"checks\":{\"mongo\":\"up\",\"indexes\":\"down\",\"service\":\"down\"}}";
    }

    private static List<String> names(MongoCollection<Document> collection) {
        return collection.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>());
    }

    private static HttpRequest request(ServerProcess server, String path) {
        return HttpRequest.newBuilder(server.uri(path)).build();
    }

    /** The body, or empty while the port is closed. */
    private static Optional<String> get(ServerProcess server, Api api, String path) {
        try {
            HttpResponse<String> answer = api.call(request(server, path));
            return Optional.of(answer.body());
        } catch (RuntimeException | AssertionError notYet) {
            return Optional.empty();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }
}
