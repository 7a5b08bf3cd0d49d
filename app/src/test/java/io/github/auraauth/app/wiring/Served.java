package io.github.auraauth.app.wiring;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.AcceptedChanges;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.start.PlayedServices;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.state.StateRequest;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.embedded.DataFolderException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a caller sees of a server that runs in this process, for variables that no adapter has as its own. */
final class Served {
    private static final String USERS = "/aura-services/v1/users/";
    private static final ChannelId CHANNEL = new ChannelId(new UUID(0x4000, 0x8000_0000_0000_0001L));
    private static final Pattern LAST_ACCESS = Pattern.compile("\"lastAccess\":\"([^\"]+)\"");
    private static final int TRIALS = 20;
    private static final Queue<CompletableFuture<Void>> ENDING = new ConcurrentLinkedQueue<>();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Configuration configuration;
    private final int port;

    private Served(Configuration configuration, int port) {
        this.configuration = configuration;
        this.port = port;
    }

    /** Whether the answer to a caller of the bot's holds that text. */
    static Object says(Arrived arrived, String path, String text) {
        return with(
                arrived,
                it -> it.get("/aura-services/v1" + path, it.key(AccessMode.READ))
                        .body()
                        .contains(text));
    }

    /** Whether somebody who fails a few times is turned away. */
    static Object throttles(Arrived arrived) {
        return with(
                arrived,
                it -> IntStream.range(0, TRIALS)
                        .anyMatch(i -> it.get(USERS + "a", "APIKEY nonsense").statusCode() == 429));
    }

    /** Whether a person who comes back from Kernel by a link of the bot's is asked. */
    static Object asksWhoComesByALink(Arrived arrived) {
        return with(arrived, it -> {
            var states = it.configuration.loginStates(Arrived.SOURCES.random());
            var request =
                    new StateRequest(new AuraId("an-aura-id"), CHANNEL, StatePurpose.LOGIN, LoginState.Extras.NONE);
            String state = Arrived.text(states.issue(request, Instant.now()));
            return it.get(USERS + "auraid/integrated?code=c&state=" + state, "none")
                            .statusCode()
                    == 200;
        });
    }

    /** Whether a user's last access is another one once the user has been read. */
    static Object writesEachAccess(Arrived arrived) {
        return with(arrived, it -> {
            String path = USERS + "an-aura-id";
            it.register();
            String first = it.lastAccess(path);
            return IntStream.range(0, TRIALS).anyMatch(i -> !it.lastAccess(path).equals(first));
        });
    }

    /** Returns when all servers have ended, each of which takes leave of its callers first. */
    static void awaitEnds() {
        ENDING.forEach(CompletableFuture::join);
        ENDING.clear();
    }

    private static Object with(Arrived arrived, Function<Served, Object> look) {
        try {
            Server server = Server.start(
                    arrived.configuration(), AcceptedChanges.NONE, PlayedServices.NONE, Arrived.SOURCES, stop -> {});
            try {
                return look.apply(new Served(arrived.configuration(), server.port()));
            } finally {
                ENDING.add(CompletableFuture.runAsync(server::close, task -> new Thread(task, "ending").start()));
            }
        } catch (StartRefused | DataFolderException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void register() {
        HttpResponse<String> answer = send(request("/aura-services/v1/users/aura-id/an-aura-id", key(AccessMode.WRITE))
                .header("x-4p-channel-id", CHANNEL.text())
                .header("x-4p-user-id", "fake-user")
                .header("x-4p-authorization-id", "fake-authorization")
                .header("x-4p-authentication-type", "uid")
                .header("x-4p-authentication-identifier", "fake-uid")
                .build());
        if (answer.statusCode() >= 400) {
            throw new AssertionError("not registered but " + answer.statusCode() + ' ' + answer.body());
        }
    }

    private String lastAccess(String path) {
        Matcher found = LAST_ACCESS.matcher(get(path, key(AccessMode.READ)).body());
        return found.find() ? found.group(1) : "none";
    }

    private String key(AccessMode mode) {
        var grants = ApiKeyModel.Grants.of(Set.of("aura-services"), Set.of("aura-bot"), mode);
        var request = new ApiKeyRequest("9.5.0", grants, Optional.empty(), Optional.empty());
        return "APIKEY "
                + Arrived.text(new Arrived(configuration)
                        .keys()
                        .issue(request, Instant.now())
                        .text());
    }

    private HttpResponse<String> get(String path, String authorization) {
        return send(request(path, authorization).build());
    }

    private HttpRequest.Builder request(String path, String authorization) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
