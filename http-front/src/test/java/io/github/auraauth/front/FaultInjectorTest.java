package io.github.auraauth.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.fault.Fault;
import io.github.auraauth.front.fault.FaultInjector;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.front.server.ApiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults in an API that knows none of our features, whose page waits for nothing. */
class FaultInjectorTest {
    private static final String READ = "GET /toy/v1/playlists/{name}";
    private static final String SAVE = "PUT /toy/v1/playlists/{name}";
    private static final String PAGE = "GET /toy/v1/playlists/{name}/page";

    private final PlaylistApi playlists = new PlaylistApi();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final Api api = withImmediatePage(playlists.api());
    private final ApiServer server = PlaylistApiTest.start(
            new FaultInjector(operation -> Optional.ofNullable(faults.get(operation)), timer).into(api));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
        timer.shutdownNow();
    }

    @Test
    void operations_ofAnApi_areAllButThoseThatWaitForNothing() {
        assertThat(FaultInjector.operations(api))
                .containsExactlyInAnyOrder(READ, SAVE, "PATCH /toy/v1/playlists/{name}");
    }

    @Test
    void request_withoutFault_isAnsweredAsUsual() {
        assertThat(get("/playlists/x").body()).contains("\"name\":\"x\"");
    }

    @Test
    void request_status_isAnsweredInTheFormOfTheApi_andNothingIsDone() {
        faults.put(SAVE, new Fault(Duration.ZERO, OptionalInt.of(503)));
        HttpResponse<String> answer = save("Token ada change_playlist");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"SERVICE_UNAVAILABLE\"", "behaviour manager", "\"detail\"");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(playlists.saved).isEmpty();
        faults.put(SAVE, new Fault(Duration.ZERO, OptionalInt.of(418)));
        assertThat(save("Token ada change_playlist").statusCode()).isEqualTo(418);
    }

    @Test
    void request_thatIsRefusedAnyway_isRefusedAsUsual() {
        faults.put(SAVE, new Fault(Duration.ZERO, OptionalInt.of(503)));
        assertThat(save("Token ada").statusCode()).isEqualTo(403);
    }

    @Test
    void request_delay_isDoneAndAnsweredLater() {
        faults.put(SAVE, new Fault(Duration.ofMillis(1_700), OptionalInt.empty()));
        long began = System.nanoTime();
        HttpResponse<String> answer = save("Token ada change_playlist");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(1_700));
        assertThat(answer.statusCode()).as("also beyond the time of a request").isEqualTo(200);
        assertThat(playlists.saved).hasSize(1);
    }

    @Test
    void request_toWhatWaitsForNothing_isNeverTouched() {
        faults.put(PAGE, new Fault(Duration.ofMinutes(1), OptionalInt.of(503)));
        assertThat(get("/playlists/x/page").statusCode()).isEqualTo(200);
    }

    private static Api withImmediatePage(Api api) {
        ApiDefinition definition = ApiDefinition.parse(api.definition()
                .yaml()
                .replace("operationId: showPlaylist", "operationId: showPlaylist\n      x-aura-immediate: true"));
        return new Api(
                definition, api.authenticators(), api.endpoints(), List.of(), api.errors(), api.pages(), api.origins());
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    private HttpResponse<String> save(String authorization) {
        return send(request("/playlists/x")
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"public\": true}"))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/toy/v1" + path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
