package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.adapter.redis.RedisProcess;
import io.github.auraauth.adapter.redis.RedisServers;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that are revoked at the command line, and the servers that must refuse them. */
class KeyRevocationAcceptanceTest {
    private static final Duration THREE_SECONDS = Duration.ofSeconds(3);
    private static final int STALENESS = 4;

    @TempDir
    private Path folder;

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final RedisProcess redis = RedisServers.singleWithPersistence();
    private CuttableProxy toMongo;
    private Map<String, String> environment;
    private CommandLine operator;

    @BeforeEach
    void start() {
        InetSocketAddress address = mongo.bind();
        toMongo = new CuttableProxy(address);
        environment = Servers.on("mongodb://127.0.0.1:" + toMongo.port(), redis.host());
        environment.put("AURA_REVOCATION_MAX_STALENESS", "" + STALENESS);
        environment.put("AURA_APIKEY_POLICY", "strict");
        environment.put("AURA_APIKEY_THROTTLE", "0");
        Map<String, String> direct = Servers.on("mongodb://127.0.0.1:" + address.getPort());
        direct.put("AURA_APIKEY_POLICY", "strict");
        operator = new CommandLine(folder.resolve("operator"), direct);
    }

    @AfterEach
    void stop() {
        toMongo.close();
        mongo.shutdownNow();
        redis.close();
    }

    @Test
    @Tag("measuring")
    void revoke_oneKeyOrAConsumer_isSeenByEveryServerWithinThreeSecondsAlsoWithRedisDown() {
        String byId = generate("webchat");
        String legacy = generate("webchat", "--legacy");
        String ofConsumer = generate("whatsapp", "--legacy");
        String other = generate("kernel");
        try (ServerProcess first = ServerProcess.launch(folder.resolve("a"), environment);
                ServerProcess second = ServerProcess.launch(folder.resolve("b"), environment)) {
            first.awaitReady();
            second.awaitReady();
            Api a = new Api(first);
            Api b = new Api(second);
            for (String key : new String[] {byId, legacy, ofConsumer, other}) {
                assertThat(status(a, key)).isEqualTo(200);
                assertThat(status(b, key)).isEqualTo(200);
            }
            operator.run(byId, "apikey", "revoke");
            assertRefusedWithinThreeSeconds(byId, a, b);
            redis.freeze();
            operator.run(legacy, "apikey", "revoke");
            assertRefusedWithinThreeSeconds(legacy, a, b);
            operator.run("", "apikey", "revoke", "--consumer", "whatsapp");
            assertRefusedWithinThreeSeconds(ofConsumer, a, b);
            redis.thaw();
            assertThat(status(a, other)).isEqualTo(200);
            assertThat(status(b, other)).isEqualTo(200);
            assertThat(operator.run("", "apikey", "list", "--json"))
                    .contains("revoked")
                    .doesNotContain(byId);
        }
    }

    @Tag("deep")
    @Test
    void call_databaseAway_goesOnByTheMirrorAndStopsWhenBothAreUnreadable() {
        String good = generate("webchat");
        String revoked = generate("webchat");
        operator.run(revoked, "apikey", "revoke");
        try (ServerProcess server = ServerProcess.start(folder.resolve("a"), environment)) {
            Api api = new Api(server);
            assertThat(status(api, good)).isEqualTo(200);
            await(
                    Duration.ofSeconds(15),
                    () -> redis.cli("exists", "revocations").contains("1"));

            toMongo.cut();
            sleep(Duration.ofSeconds(STALENESS + 3));
            // a poll that came late on a busy machine is made good by the next; without the mirror there is none
            await(Duration.ofSeconds(5), () -> status(api, good) == 200);
            assertThat(status(api, revoked)).isEqualTo(401);

            redis.freeze();
            await(Duration.ofSeconds(STALENESS + 4), () -> status(api, good) == 503);
            HttpResponse<String> undecided =
                    api.call(api.request("/config", good).build());
            assertThat(undecided.statusCode()).isEqualTo(503);
            assertThat(undecided.headers().firstValue("Retry-After")).isPresent();
            assertThat(undecided.body()).contains("SERVICE_UNAVAILABLE");
            assertThat(status(api, revoked)).isEqualTo(401);
            assertThat(status(api, "aur2_00000000_00_000000")).isEqualTo(401);

            redis.thaw();
            await(Duration.ofSeconds(15), () -> status(api, good) == 200);
            redis.freeze();
            await(Duration.ofSeconds(STALENESS + 6), () -> status(api, good) == 503);
            toMongo.join();
            await(Duration.ofSeconds(15), () -> status(api, good) == 200);
            assertThat(status(api, revoked)).isEqualTo(401);
            redis.thaw();
        }
    }

    @Test
    void rotate_withGraceThenNow_replacesTheKey() {
        String old = generate("webchat");
        try (ServerProcess server = ServerProcess.start(folder.resolve("a"), environment)) {
            Api api = new Api(server);
            String young = operator.run(old, "apikey", "rotate", "--grace", "2s");
            assertThat(status(api, old)).isEqualTo(200);
            assertThat(status(api, young)).isEqualTo(200);
            await(Duration.ofSeconds(6), () -> status(api, old) == 401);
            assertThat(status(api, young)).isEqualTo(200);

            String youngest = operator.run(young, "apikey", "rotate", "--now");
            await(Duration.ofSeconds(6), () -> status(api, young) == 401);
            assertThat(status(api, youngest)).isEqualTo(200);
        }
    }

    private String generate(String app, String... more) {
        String[] arguments = {"apikey", "generate", "-v", "9.5.0", "-s", "aura-services", "-a", app, "-m", "r"};
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return operator.run("", all);
    }

    private static void assertRefusedWithinThreeSeconds(String key, Api... servers) {
        Instant end = Instant.now().plus(THREE_SECONDS);
        for (Api server : servers) {
            await(Duration.between(Instant.now(), end), () -> status(server, key) == 401);
        }
    }

    private static int status(Api api, String key) {
        return api.call(api.request("/config", key).build()).statusCode();
    }

    private static void await(Duration longest, BooleanSupplier condition) {
        Instant end = Instant.now().plus(longest);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("within " + longest).isBefore(end);
            sleep(Duration.ofMillis(50));
        }
    }

    private static void sleep(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
