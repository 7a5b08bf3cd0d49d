package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationAcceptanceTest {
    @TempDir
    Path folder;

    @Test
    void register_hundredAtOnceOnTheEmbeddedStore_givesOneUser() {
        try (ServerProcess server = ServerProcess.start(folder, Servers.embedded())) {
            Api api = new Api(server);

            List<HttpResponse<String>> answers = hundred(List.of(api), "session-1");

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
            assertThat(answers.stream().map(Api::auraId).distinct()).hasSize(1);
        }
    }

    @Test
    void register_hundredAtOnceOnTwoServers_givesOneUserAndOneDocument() {
        MongoServer mongo = new MongoServer(new MemoryBackend());
        String uri = mongo.bindAndGetConnectionString();
        Map<String, String> environment = Servers.on(uri);
        try (ServerProcess first = ServerProcess.start(folder.resolve("a"), environment);
                ServerProcess second = ServerProcess.start(folder.resolve("b"), environment);
                MongoClient client = MongoClients.create(uri)) {
            List<HttpResponse<String>> answers = hundred(List.of(new Api(first), new Api(second)), "session-1");

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
            assertThat(answers.stream().map(Api::auraId).distinct()).hasSize(1);
            assertThat(client.getDatabase("aura-users")
                            .getCollection("users")
                            .countDocuments(new Document("authorizationId", "session-1")))
                    .isEqualTo(1);
        } finally {
            mongo.shutdownNow();
        }
    }

    /** A server that is busy may tell some to come again, and they do. */
    private static List<HttpResponse<String>> hundred(List<Api> apis, String authorizationId) {
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 100)
                .mapToObj(i -> apis.get(i % apis.size()))
                .map(api -> served(api, api.register(authorizationId), 10))
                .toList();
        List<HttpResponse<String>> answers = new ArrayList<>();
        calls.forEach(call -> answers.add(call.join()));
        return answers;
    }

    private static CompletableFuture<HttpResponse<String>> served(Api api, HttpRequest request, int timesMore) {
        return api.callAsync(request)
                .thenCompose(answer -> answer.statusCode() == 503 && timesMore > 0
                        ? served(api, request, timesMore - 1)
                        : CompletableFuture.completedFuture(answer));
    }
}
