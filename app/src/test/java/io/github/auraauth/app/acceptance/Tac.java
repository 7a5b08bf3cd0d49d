package io.github.auraauth.app.acceptance;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Calls of a client of the terms API. */
final class Tac {
    static final String KEY = "58e76225-d275-495b-a232-fake-of-tests";
    static final String SECOND_KEY = "fake-second-key-of-tests";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ServerProcess server;
    private final String key;

    Tac(ServerProcess server) {
        this(server, KEY);
    }

    Tac(ServerProcess server, String key) {
        this.server = server;
        this.key = key;
    }

    static String services(String userId) {
        return "/v0/users/" + userId + "/services";
    }

    static String body(String name, String version) {
        return "{\"version\":\"" + version + "\",\"name\":\"" + name + "\"}";
    }

    HttpResponse<String> call(String method, String path) {
        return call(method, path, "");
    }

    HttpResponse<String> call(String method, String path, String body) {
        try {
            return client.send(request(method, path, body), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** All at once. */
    List<HttpResponse<String>> callAll(List<HttpRequest> requests) {
        List<CompletableFuture<HttpResponse<String>>> calls = requests.stream()
                .map(request -> client.sendAsync(request, BodyHandlers.ofString()))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    HttpRequest request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.termsUri(path))
                .timeout(Duration.ofSeconds(20))
                .header("x-api-key", key);
        return body.isEmpty()
                ? request.method(method, BodyPublishers.noBody()).build()
                : request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
    }
}
