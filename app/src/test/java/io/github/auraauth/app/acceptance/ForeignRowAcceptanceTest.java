package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.domain.access.AccessMode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program has written into the users' collection of a running service. */
class ForeignRowAcceptanceTest {
    private static final String NUMBER = "+34600000001";

    @TempDir
    Path folder;

    @Test
    void anyCall_rowsOfAnotherProgram_areAbsentConflictAndAreErased() {
        MongoServer mongo = new MongoServer(new MemoryBackend());
        String uri = mongo.bindAndGetConnectionString();
        Map<String, String> environment = new HashMap<>(Servers.on(uri));
        environment.put("AURA_LOGGING_LEVEL", "DEBUG");
        try (ServerProcess server = ServerProcess.start(folder, environment);
                MongoClient client = MongoClients.create(uri)) {
            MongoCollection<Document> users = client.getDatabase("aura-users").getCollection("users");
            Api api = new Api(server);
            Document withoutChannel = row("without-channel");
            withoutChannel.remove("channelId");
            users.insertOne(withoutChannel);
            users.insertOne(row("with/a/slash"));
            users.insertOne(row("ended").append("expiresAt", "2020-01-02T03:04:05Z"));
            users.insertOne(row("ends-later").append("expiresAt", "2099-01-02T03:04:05Z"));

            assertThat(api.call(api.read("without-channel")).statusCode()).isEqualTo(404);
            assertThat(api.call(api.read("ended")).statusCode()).isEqualTo(404);
            assertThat(api.call(api.read("ends-later")).statusCode()).isEqualTo(200);
            assertConflict(api.call(api.register("session-of-without-channel")));
            assertConflict(api.call(api.register("without-channel", "session-1")));
            assertConflict(api.call(api.register("session-of-with/a/slash")));
            assertThat(api.call(api.register("ended", "session-2")).statusCode())
                    .isLessThan(300);
            String number = NUMBER.replace("+", "%2B");
            var erase = api.request("/admin/users/phone-numbers/" + number, Api.key("kernel", AccessMode.WRITE))
                    .DELETE()
                    .build();
            assertThat(api.call(erase).statusCode()).isEqualTo(204);
            assertThat(users.find().map(row -> row.getString("auraId"))).containsExactly("ended");
            assertThat(api.call(erase).statusCode()).isEqualTo(404);
            users.insertOne(withoutChannel);
            assertThat(api.call(api.remove("without-channel")).statusCode()).isEqualTo(204);
            assertThat(api.call(api.remove("without-channel")).statusCode()).isEqualTo(404);

            assertThat(server.output())
                    .filteredOn(line -> line.contains("holds no readable channelId"))
                    .hasSize(1);
            assertThat(String.join("\n", server.output())).doesNotContain("600000001");
        } finally {
            mongo.shutdownNow();
        }
    }

    private static void assertConflict(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("USER_CONFLICT");
    }

    private static Document row(String auraId) {
        Date now = Date.from(Instant.now());
        return new Document("auraId", auraId)
                .append("authorizationId", "session-of-" + auraId)
                .append("auraGlobalId", "b3f0c7de-1111-4222-8333-444455556666")
                .append("channelId", Api.CHANNEL)
                .append("userId", "person")
                .append("authenticationType", "phone_number")
                .append("authenticationIdentifier", NUMBER)
                .append("created", now)
                .append("registeredAt", now)
                .append("lastAccess", now);
    }
}
