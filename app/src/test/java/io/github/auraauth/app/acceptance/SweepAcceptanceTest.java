package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.github.auraauth.embedded.DataFolder;
import io.github.auraauth.embedded.EmbeddedStore;
import io.github.auraauth.testkit.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store has no TTL indexes: the running service itself takes away what has expired. */
class SweepAcceptanceTest {
    private static final List<String> COLLECTIONS = List.of(
            "loginStates",
            "erasedAuraIds",
            "sessions",
            "loginFailures",
            "invitations",
            "passkeyChallenges",
            "pendingLogins",
            "oidc_assertions",
            "oidc_grants",
            "oidc_access_tokens",
            "oidc_requests",
            "oidc_session_clients",
            "oidc_logout_notices");

    @TempDir
    Path folder;

    @Test
    void run_expiredNotesInTheEmbeddedStore_areRemovedAndOthersStay() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder, Servers.embedded());
                MongoClient client = store()) {
            MongoDatabase database = client.getDatabase("aura-users");
            for (String collection : COLLECTIONS) {
                database.getCollection(collection).insertMany(notes());
            }
            assertThat(server.stop()).isZero();
        }
        try (ServerProcess server = ServerProcess.start(folder, Servers.embedded());
                MongoClient client = store()) {
            MongoDatabase database = client.getDatabase("aura-users");
            for (String collection : COLLECTIONS) {
                Eventually.holds(
                        collection + " holds what has not expired",
                        () -> database.getCollection(collection).countDocuments() == 1);
                assertThat(database.getCollection(collection).find().first()).containsEntry("_id", "later");
            }
            assertThat(server.stop()).isZero();
        }
    }

    private MongoClient store() throws Exception {
        return MongoClients.create(EmbeddedStore.addressOfRunning(DataFolder.open(folder.resolve("data")))
                .orElseThrow());
    }

    private static List<Document> notes() {
        Instant now = Instant.now();
        List<Document> notes = new ArrayList<>(IntStream.range(0, 700)
                .mapToObj(i -> note("past-" + i, now.minusSeconds(1)))
                .toList());
        notes.add(note("later", now.plus(Duration.ofHours(1))));
        return notes;
    }

    private static Document note(String id, Instant end) {
        return new Document("_id", id)
                .append("erasedAt", Date.from(Instant.EPOCH))
                .append("end", Date.from(end));
    }
}
