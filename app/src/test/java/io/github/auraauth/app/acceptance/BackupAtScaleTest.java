package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.embedded.DataFolder;
import io.github.auraauth.embedded.EmbeddedStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that have little memory, beside stores that hold many users. */
@Tag("deep")
class BackupAtScaleTest {
    private static final int USERS = 100_000;
    private static final int A_CALL = 5_000;
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx48m");

    @TempDir
    private Path folder;

    @Test
    void backupAndRestore_ofAHundredThousandUsers_takeLittleMemory() throws Exception {
        MongoServer mongo = new MongoServer(new MemoryBackend());
        Map<String, String> other = Servers.on(mongo.bindAndGetConnectionString());
        try (EmbeddedStore store = EmbeddedStore.open(
                        DataFolder.open(folder.resolve("data")), Clock.systemUTC(), new SecureRandom());
                MongoClient client = MongoClients.create(store.uri());
                MongoClient target = MongoClients.create(other.get("AURA_MONGODB_URI"))) {
            aura(Servers.embedded(), "makeup");
            fill(client.getDatabase("aura-users").getCollection("users"));

            String file = folder.resolve("aura.backup").toString();
            Instant began = Instant.now();
            aura(Servers.embedded(), "backup", file);
            Instant backedUp = Instant.now();
            aura(other, "restore", file);

            System.out.println("backup " + java.time.Duration.between(began, backedUp) + ", restore "
                    + java.time.Duration.between(backedUp, Instant.now()));
            assertThat(target.getDatabase("aura-users").getCollection("users").countDocuments())
                    .isEqualTo(USERS);
        } finally {
            mongo.shutdownNow();
        }
    }

    private void aura(Map<String, String> environment, String... arguments) {
        FinishedProcess.aura(folder, environment, LITTLE_MEMORY, List.of(arguments))
                .succeeded();
    }

    private static void fill(MongoCollection<Document> users) {
        Date at = Date.from(Instant.parse("2026-01-02T03:04:05Z"));
        for (int from = 0; from < USERS; from += A_CALL) {
            List<Document> some = new ArrayList<>();
            for (int i = from; i < from + A_CALL; i++) {
                some.add(new Document("auraId", "user-" + i)
                        .append("auraGlobalId", "b3f0c7de-1111-4222-8333-444455556666")
                        .append("channelId", Api.CHANNEL)
                        .append("userId", "u-" + i)
                        .append("authorizationId", "session-" + i)
                        .append("authenticationType", "phone_number")
                        .append("authenticationIdentifier", "+3460" + (1_000_000 + i))
                        .append("created", at)
                        .append("registeredAt", at)
                        .append("lastAccess", at));
            }
            users.insertMany(some);
        }
    }
}
