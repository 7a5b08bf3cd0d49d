package io.github.auraauth.app.acceptance;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Calls of a client with keys of the test environment. */
final class Api {
    static final String ENCRYPTION_KEY = "acceptance-tests-encryption-key!";
    static final String SEED = "acceptance-tests-seed";
    static final String ENVIRONMENT = "acceptance";
    static final String CHANNEL = "6f4c1f0e-0d5b-4a53-9a0e-3d3a5a7a2c11";
    private static final String BASE = "/aura-services/v1";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ServerProcess server;

    Api(ServerProcess server) {
        this.server = server;
    }

    static ApiKeys keys(String encryptionKey, String environment) {
        return new ApiKeys(
                EncryptionKeys.parse("aes-256-cbc", encryptionKey), 35, environment, ApiKeyPolicy.COMPAT, RANDOM);
    }

    static String key(String app, AccessMode mode) {
        return key(keys(ENCRYPTION_KEY, ENVIRONMENT), app, mode);
    }

    static String key(ApiKeys keys, String app, AccessMode mode) {
        var grants = ApiKeyModel.Grants.of(Set.of("aura-services"), Set.of(app), mode);
        var request = new ApiKeyRequest("9.5.0", grants, Optional.empty(), Optional.empty());
        return new String(keys.issue(request, Instant.now()).text().reveal(), StandardCharsets.US_ASCII);
    }

    HttpRequest register(String authorizationId) {
        return person(request("/users/aura-id", key("kernel", AccessMode.WRITE)), authorizationId)
                .build();
    }

    HttpRequest register(String auraId, String authorizationId) {
        return person(request("/users/aura-id/" + auraId, key("aura-bot", AccessMode.WRITE)), authorizationId)
                .build();
    }

    HttpRequest read(String auraId) {
        return request("/users/" + auraId, key("aura-bot", AccessMode.READ)).build();
    }

    HttpRequest remove(String auraId) {
        return request("/users/" + auraId, key("aura-bot", AccessMode.WRITE))
                .DELETE()
                .build();
    }

    HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(server.uri(BASE + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "APIKEY " + key);
    }

    HttpResponse<String> call(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    CompletableFuture<HttpResponse<String>> callAsync(HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    static String auraId(HttpResponse<String> answer) {
        return auraId(answer.body());
    }

    static String auraId(String body) {
        var found = java.util.regex.Pattern.compile("\"auraId\":\"([^\"]+)\"").matcher(body);
        if (!found.find()) {
            throw new AssertionError("no auraId in " + body);
        }
        return found.group(1);
    }

    private static HttpRequest.Builder person(HttpRequest.Builder request, String authorizationId) {
        return request.header("x-4p-channel-id", CHANNEL)
                .header("x-4p-user-id", "user-of-" + authorizationId)
                .header("x-4p-authorization-id", authorizationId)
                .header("x-4p-authentication-type", "uid")
                .header("x-4p-authentication-identifier", "uid-of-" + authorizationId);
    }
}
