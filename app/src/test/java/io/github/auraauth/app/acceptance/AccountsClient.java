package io.github.auraauth.app.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/** A program that calls {@code /api/v1} of one server with whatever credential. */
final class AccountsClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "/api/v1";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ServerProcess server;

    AccountsClient(ServerProcess server) {
        this.server = server;
    }

    /** The headers of a call with that value of {@code Authorization}. */
    static Map<String, String> by(String authorization) {
        return Map.of("Authorization", authorization);
    }

    static Map<String, String> basic(String username, String password) {
        String pair = username + ':' + password;
        return by("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    HttpResponse<String> get(String path, Map<String, String> headers) {
        return call("GET", path, headers, "");
    }

    HttpResponse<String> post(String path, Map<String, String> headers, String json) {
        return call("POST", path, headers, json);
    }

    HttpResponse<String> patch(String path, Map<String, String> headers, String json) {
        return call("PATCH", path, headers, json);
    }

    HttpResponse<String> delete(String path, Map<String, String> headers) {
        return call("DELETE", path, headers, "");
    }

    /** @param json the empty text for no body */
    HttpResponse<String> call(String method, String path, Map<String, String> headers, String json) {
        try {
            return client.send(request(method, path, headers, json), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    CompletableFuture<HttpResponse<String>> callLater(
            String method, String path, Map<String, String> headers, String json) {
        return client.sendAsync(request(method, path, headers, json), HttpResponse.BodyHandlers.ofString());
    }

    /** An answer of the login, whether it succeeds or not. */
    HttpResponse<String> login(String username, String password, Map<String, String> headers) {
        return post("/login", headers, "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}");
    }

    /** A session, begun with a password that must be right. */
    Session session(String username, String password) {
        return Session.of(login(username, password, Map.of()));
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What each result of a list has under a name. */
    static List<String> results(HttpResponse<String> response, String member) {
        if (response.statusCode() != 200) {
            throw new AssertionError("no list but " + response.statusCode() + ' ' + response.body());
        }
        return StreamSupport.stream(json(response).path("results").spliterator(), false)
                .map(result -> result.path(member).asText())
                .toList();
    }

    /** What two answers must have in common that tell nothing apart. */
    static String comparable(HttpResponse<String> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.remove("connection"); // ends where a body was not read in time
        headers.remove("date");
        headers.remove("x-correlator");
        return response.statusCode() + " " + headers + ' ' + response.body();
    }

    private HttpRequest request(String method, String path, Map<String, String> headers, String json) {
        String encoded = path.replace(" ", "%20").replace("+", "%2B");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.uri(BASE + encoded)).timeout(Duration.ofSeconds(20));
        headers.forEach(request::header);
        return json.isEmpty()
                ? request.method(method, BodyPublishers.noBody()).build()
                : request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json))
                        .build();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What a browser has of a session: the cookie, and the token of its pages. */
    record Session(String cookie, String csrf) {
        static Session of(HttpResponse<String> login) {
            if (login.statusCode() != 200) {
                throw new AssertionError("no session but " + login.statusCode() + ' ' + login.body());
            }
            String cookie =
                    login.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
            return new Session(cookie, json(login).path("csrf_token").asText());
        }

        /** The headers of a page of ours. */
        Map<String, String> headers() {
            return Map.of("Cookie", cookie, "X-CSRFToken", csrf);
        }
    }
}
