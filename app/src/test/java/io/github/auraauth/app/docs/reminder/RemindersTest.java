package io.github.auraauth.app.docs.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.http.user.BlockModeHook;
import io.github.auraauth.domain.user.BlockMode;
import io.github.auraauth.front.server.ApiServer;
import io.github.auraauth.front.server.Draining;
import io.github.auraauth.front.server.ServerConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A feature that is added by its rooms alone, as the server takes it in. */
class RemindersTest {
    private static final String BODY = """
            {"urgent": true, "steps": [{"what": "pack", "minutes": 20}, {"what": "go", "minutes": 5}]}""";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ApiServer server;

    @BeforeAll
    static void start() {
        server = ApiServer.start(
                new ServerConfig(
                        new ServerConfig.Listening("127.0.0.1", 0),
                        new ServerConfig.Trust(List.of(), Set.of()),
                        "toy",
                        Set.of(),
                        Duration.ofMillis(100)),
                // as the server does with every API
                List.of(new RemindersModule().apis().get(0).and(List.of(new BlockModeHook(BlockMode.WRITE_READ)))),
                new Draining(),
                new SimpleMeterRegistry(),
                TracerProvider.noop().get("tests"),
                InstantSource.system(),
                new SecureRandom());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void reminder_saved_isShownAsAPage() throws IOException, InterruptedException {
        HttpResponse<String> saved = save("journey", "Toy save_reminder", BODY);
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).isEqualTo("{\"urgent\":true,\"minutes\":25}");

        HttpResponse<String> page = send(request("/reminders/journey").GET());
        assertThat(page.body()).isEqualTo("<p>25 minutes</p>");
        assertThat(send(request("/reminders/other").GET()).body()).isEqualTo("<p>nothing here</p>");
    }

    @Test
    void reminder_withoutThePermission_isForbidden() throws IOException, InterruptedException {
        assertThat(save("a", "Toy read_reminder", BODY).statusCode()).isEqualTo(403);
        assertThat(save("a", "Other", BODY).statusCode()).isEqualTo(401);
    }

    @Test
    void reminder_withoutSteps_isRefusedByTheDefinition() throws IOException, InterruptedException {
        HttpResponse<String> answer = save("a", "Toy save_reminder", "{\"urgent\": false, \"steps\": []}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("steps must have at least 1 elements");
    }

    @Test
    void reminder_thatIsWrong_isToldWhere() throws IOException, InterruptedException {
        HttpResponse<String> answer = save("a", "Toy save_reminder", BODY.replace("20", "0"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("steps[0].minutes must be 1 or more");
    }

    private static HttpResponse<String> save(String name, String authorization, String body)
            throws IOException, InterruptedException {
        return send(request("/reminders/" + name)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(10));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
