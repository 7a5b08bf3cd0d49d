package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that asks the operator's configuration service which channels there are. */
class ChannelsAcceptanceTest {
    private static final String SILENT = "11111111-2222-4333-8444-555555555555";
    private static final String UNKNOWN = "99999999-2222-4333-8444-555555555555";
    private static final String LIST =
            "[{\"id\":\"" + Api.CHANNEL + "\",\"name\":\"Web\",\"security\":{\"anonymous\":true}}," + "{\"id\":\""
                    + SILENT + "\",\"name\":\"Phone\",\"security\":{\"anonymous\":false}}]";

    @TempDir
    private Path folder;

    private HttpServer service;
    private volatile int status = 500;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/channels/", exchange -> {
            byte[] body = LIST.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void channels_serviceDownThenUpThenGone_areThoseOfItsLastGoodList() {
        Map<String, String> environment = Servers.embedded();
        environment.put(
                "AURA_CHANNELS_CONFIGURATION_API_ENDPOINT",
                "http://127.0.0.1:" + service.getAddress().getPort());
        environment.put("AURA_AUTHORIZATION_HEADER", "APIKEY a-key-of-channels");
        try (ServerProcess server = ServerProcess.start(folder, environment)) {
            Api api = new Api(server);
            assertThat(api.call(api.register("before")).statusCode()).isEqualTo(503);
            assertThat(api.call(api.remove("nobody")).statusCode()).isEqualTo(404);
            status = 200;
            Eventually.holds("the list is there", () -> anonymous(api, SILENT).statusCode() == 404);
            service.stop(0);

            assertThat(api.call(api.register("after")).statusCode()).isEqualTo(200);
            assertThat(anonymous(api, Api.CHANNEL).body()).contains("\"anonymous\":true");
            assertThat(anonymous(api, UNKNOWN).body()).contains("INVALID_REQUEST", "x-4p-channel-id");
            assertThat(server.output().toString()).doesNotContain("a-key-of-channels");
        }
    }

    private static HttpResponse<String> anonymous(Api api, String channel) {
        return api.call(api.request("/users/nobody", Api.key("aura-bot", AccessMode.READ))
                .header("return-anonymous", "true")
                .header("x-4p-channel-id", channel)
                .build());
    }
}
