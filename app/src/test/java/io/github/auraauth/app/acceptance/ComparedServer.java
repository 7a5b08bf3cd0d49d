package io.github.auraauth.app.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One of the two servers that are compared, and the sessions that people have there. */
final class ComparedServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final boolean theirs;
    private final Map<String, Session> sessions = new HashMap<>();

    /** @param theirs whether it is REST framework's */
    ComparedServer(URI address, boolean theirs) {
        this.address = address.toString().replaceFirst("/$", "");
        this.theirs = theirs;
    }

    void awaitReady() {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                client.send(
                        HttpRequest.newBuilder(URI.create(address + "/api/v1/me"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                return;
            } catch (ConnectException notYet) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("nothing answers at " + address, notYet);
                }
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
            pause();
        }
    }

    /** Begins a session, which requests of this name then come with. */
    void logIn(String name, String username, String password) {
        HttpResponse<String> answer = answer(ComparedRequest.of("a login", "POST", "/login")
                .with("Content-Type", "application/json")
                .with(
                        ComparedRequest.BODY,
                        JSON.createObjectNode()
                                .put("username", username)
                                .put("password", password)
                                .toString()));
        if (answer.statusCode() != 200) {
            throw new AssertionError(username + " cannot log in: " + answer.statusCode() + " " + answer.body());
        }
        String cookies = answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        sessions.put(name, new Session(cookies, json(answer).path("csrf_token").asText()));
    }

    /** A cookie that belongs to no session. */
    void forgeSession(String name, String like) {
        Session real = sessions.get(like);
        sessions.put(name, new Session(real.cookies.replaceAll("(session[^=]*=)[^;]{4}", "$1AAAA"), real.csrfToken));
    }

    HttpResponse<String> answer(ComparedRequest request) {
        String path = theirs ? request.part(ComparedRequest.THEIR_PATH).orElse(request.path()) : request.path();
        String prefix = path.startsWith("/by-session") ? "" : "/api/v1";
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(address + prefix + path)).timeout(Duration.ofSeconds(20));
        request.parts().forEach((part, value) -> {
            if (part.equals("Authorization") || part.equals("Content-Type")) {
                builder.header(part, value);
            }
        });
        request.part(ComparedRequest.SESSION).ifPresent(name -> builder.header("Cookie", sessions.get(name).cookies));
        request.part(ComparedRequest.CSRF)
                .map(token -> token.equals(ComparedRequest.GOOD)
                        ? sessions.get(request.part(ComparedRequest.SESSION).orElseThrow()).csrfToken
                        : token)
                .ifPresent(token -> builder.header(ComparedRequest.CSRF, token));
        builder.method(
                request.method(),
                request.part(ComparedRequest.BODY).map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        try {
            return client.send(builder.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(request.name(), e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException none) {
            return JSON.missingNode();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private record Session(String cookies, String csrfToken) {}
}
