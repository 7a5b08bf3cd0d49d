package io.github.auraauth.app.cli;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored under one encryption key, once there is another one. */
class SecretsCommandTest {
    private static final String OLD = "the-old-encryption-key-of-tests!";
    private static final String NEW = "the-new-encryption-key-of-tests!";

    @TempDir
    private Path home;

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void start() {
        String uri = mongo.bindAndGetConnectionString();
        client = MongoClients.create(uri);
        database = client.getDatabase("aura-users");
        done(with(OLD), "makeup");
        done(with(OLD), "account", "create", "root", "--superuser", "--email", "root@example.org");
        done(with(OLD), "oidc", "create-rsa-key");
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.shutdownNow();
    }

    @Test
    void reencrypt_underTwoKeys_leavesNothingThatNeedsTheOldOne() throws IOException {
        assertThat(with(NEW).run("account", "show", "root")).isNotZero();
        Terminal both = with(NEW + "," + OLD);

        done(both, "secrets", "reencrypt", "--json");

        JsonNode told = new ObjectMapper().readTree(both.lastLine());
        assertThat(told.at("/reencrypted").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(told.at("/current").asInt() + told.at("/changed").asInt()).isZero();
        Terminal young = with(NEW);
        done(young, "account", "show", "root", "--json");
        assertThat(young.out()).contains("root@example.org");
        done(young, "secrets", "reencrypt");
        assertThat(young.lastLine()).startsWith("0 values enciphered anew").endsWith("0 cannot be deciphered");
    }

    @Test
    void reencrypt_brokenCiphertext_leavesItSaysWhereAndEndsWithOne() {
        Document account =
                Objects.requireNonNull(database.getCollection("accounts").find().first());
        String broken = account.getString("email").replaceAll(".$", "") + "x";
        database.getCollection("accounts").updateOne(eq("_id", account.get("_id")), set("email", broken));
        Terminal both = with(NEW + "," + OLD);

        assertThat(both.run("secrets", "reencrypt")).isEqualTo(1);

        assertThat(both.err())
                .contains("left as it is: accounts " + account.getString("_id") + " email")
                .doesNotContain("aux1_");
        assertThat(both.lastLine()).endsWith("1 cannot be deciphered");
        assertThat(database.getCollection("accounts").distinct("email", String.class))
                .containsExactly(broken);
    }

    private Terminal with(String keys) {
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "AURA_MONGODB_URI",
                "mongodb://127.0.0.1:" + mongo.getLocalAddress().getPort());
        environment.put("AURA_ENVIRONMENT_NAME", "test");
        environment.put("AURA_SEED_ID", "a-seed-of-the-command-tests");
        environment.put("AURA_ENCRYPTION_KEY", keys);
        environment.put("AURA_ACCOUNTS_ENABLED", "true");
        return new Terminal(home, environment).withRunningClock();
    }

    private static void done(Terminal terminal, String... arguments) {
        assertThat(terminal.run(arguments)).as(terminal.err()).isZero();
    }
}
