package io.github.auraauth.app.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What clients and browsers send to the provider at one instance, each call from an address of its own. */
final class ProviderCalls {
    private static final AtomicInteger SOURCES = new AtomicInteger();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SOURCE = "X-Forwarded-For";

    final ServerProcess server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    ProviderCalls(ServerProcess server) {
        this.server = server;
    }

    HttpResponse<String> get(String path, Map<String, String> headers) {
        return send(HttpRequest.newBuilder(server.uri(path)), headers);
    }

    HttpResponse<String> get(String path, Map<String, String> parameters, Map<String, String> headers) {
        return get(path + '?' + form(parameters), headers);
    }

    HttpResponse<String> post(String path, Map<String, String> form, Map<String, String> headers) {
        return post(path, form(form), headers);
    }

    HttpResponse<String> post(String path, String form, Map<String, String> headers) {
        return call("POST", path, form, headers);
    }

    HttpResponse<String> call(String method, String path, String form, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path));
        return send(
                form.isEmpty()
                        ? request.method(method, BodyPublishers.noBody())
                        : request.header("Content-Type", FORM).method(method, BodyPublishers.ofString(form)),
                headers);
    }

    /** What a browser with that session is answered that a client has sent. */
    HttpResponse<String> authorize(Map<String, String> request, Map<String, String> session) {
        return get("/oidc/authorize", request, session);
    }

    /** The code that a client is given which asks nobody. */
    String code(RelyingParty party, Map<String, String> session) {
        return code(party.request(), session);
    }

    String code(Map<String, String> request, Map<String, String> session) {
        Map<String, String> response = parameters(Browser.location(authorize(request, session)));
        if (!response.containsKey("code")) {
            throw new AssertionError("no code but " + response.get("error"));
        }
        return response.get("code");
    }

    /** What a client is answered that asks for tokens. */
    HttpResponse<String> token(RelyingParty party, Map<String, String> form) {
        return post("/oidc/token", party.named(form), party.credential());
    }

    /** The tokens of a login. */
    JsonNode tokens(RelyingParty party, Map<String, String> session) {
        return tokens(token(party, party.exchange(code(party, session))));
    }

    static JsonNode tokens(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError("no tokens but " + response.statusCode() + ' ' + response.body());
        }
        return AccountsClient.json(response);
    }

    int userInfo(String accessToken) {
        return get("/oidc/userinfo", AccountsClient.by("Bearer " + accessToken)).statusCode();
    }

    /** What an address that leads to a client tells it. */
    static Map<String, String> parameters(URI location) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Arrays.stream(location.getRawQuery().split("&", -1))
                .map(each -> each.split("=", 2))
                .forEach(pair -> {
                    String value = URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
                    if (parameters.put(pair[0], value) != null) {
                        throw new AssertionError(pair[0] + " is there twice");
                    }
                });
        return parameters;
    }

    static String error(HttpResponse<String> response) {
        return AccountsClient.json(response).path("error").asText();
    }

    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + '=' + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** An address that nobody else calls from, so that none is slowed down for what others have tried. */
    static String newSource() {
        int number = SOURCES.incrementAndGet();
        return "10.4." + number / 250 + '.' + number % 250;
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::header);
        if (!headers.containsKey(SOURCE)) {
            request.header(SOURCE, newSource());
        }
        try {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
