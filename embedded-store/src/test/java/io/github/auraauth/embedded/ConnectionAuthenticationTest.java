package io.github.auraauth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionAuthenticationTest {
    @TempDir
    private Path path;

    private EmbeddedStore store;

    @BeforeEach
    void open() throws Exception {
        store = EmbeddedStore.open(DataFolder.open(path), Clock.systemUTC(), new SecureRandom());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{find: 'users'}",
                "{insert: 'users', documents: [{_id: 1}]}",
                "{FIND: 'users'}",
                "{aggregate: 'users', pipeline: [], cursor: {}}",
                "{getMore: 1, collection: 'users'}",
                "{listCollections: 1}",
                "{dropDatabase: 1}",
                "{serverStatus: 1}",
                "{hello: 1}"
            })
    void runCommand_withoutThePassword_isUnauthorized(String command) {
        try (MongoClient client = withoutPassword()) {
            assertThatThrownBy(() -> client.getDatabase("aura-users").runCommand(Document.parse(command)))
                    .isInstanceOfSatisfying(MongoCommandException.class, refused -> {
                        assertThat(refused.getErrorCode()).isEqualTo(13);
                        assertThat(refused.getErrorCodeName()).isEqualTo("Unauthorized");
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "HELLO", "isMaster", "ismaster", "ping", "PING", "buildInfo", "BUILDINFO", "none"})
    void runCommand_inAnInventedDatabaseWithoutThePassword_makesNoDatabase(String command) {
        try (MongoClient client = withoutPassword()) {
            client.getDatabase("invented").runCommand(new Document(command, 1));
        } catch (MongoCommandException e) {
            assertThat(e.getErrorCodeName()).isEqualTo("Unauthorized");
        }

        try (MongoClient client = MongoClients.create(store.uri())) {
            assertThat(client.listDatabaseNames()).isEmpty();
        }
    }

    private MongoClient withoutPassword() {
        return MongoClients.create(store.uri().replaceFirst("aura:.*@", "").replaceFirst("\\?.*", ""));
    }

    @Test
    void runCommand_withAnotherPassword_isRefused() {
        List<String> others = List.of(
                store.uri().replaceFirst(":[0-9a-f]{64}@", ":" + "0".repeat(64) + "@"),
                store.uri().replaceFirst("@", "0@"),
                store.uri().replaceFirst("//aura:", "//aurora:"));
        for (String other : others) {
            try (MongoClient client = MongoClients.create(other)) {
                assertThatThrownBy(
                                () -> client.getDatabase("aura-users").runCommand(new Document("listCollections", 1)))
                        .isInstanceOf(MongoSecurityException.class);
            }
        }
    }

    @Test
    void runCommand_byAnotherMechanism_isRefused() {
        String scram = store.uri().replace("PLAIN", "SCRAM-SHA-256");
        try (MongoClient client = MongoClients.create(scram)) {
            assertThatThrownBy(() -> client.getDatabase("aura-users").runCommand(new Document("listCollections", 1)))
                    .isInstanceOf(MongoException.class);
        }
    }

    @Test
    void uri_ofEachStart_hasAnotherPassword() throws Exception {
        String before = store.uri();
        store.close();
        open();

        assertThat(store.uri()).matches("mongodb://aura:[0-9a-f]{64}@127\\.0\\.0\\.1:[0-9]+/\\?authMechanism=PLAIN");
        assertThat(store.uri().substring(0, 80)).isNotEqualTo(before.substring(0, 80));
    }

    @Test
    void toString_ofTheStore_tellsNoPassword() {
        assertThat(store.toString()).doesNotContain("aura:");
    }
}
