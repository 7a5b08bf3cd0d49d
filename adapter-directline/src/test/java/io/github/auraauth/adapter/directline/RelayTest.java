package io.github.auraauth.adapter.directline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.outgoing.OutgoingHttpConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What goes over the wire, to the byte. */
class RelayTest {
    private static final String SAID =
            "\r\n{ \"token\" : \"x\\u0041\u00e9\",\"unknown\":{\"b\":1.10e0},\"expires_in\" : 1.8E3 }\t";

    @Test
    void anyCall_goodAnswer_isRelayedByteForByte() throws IOException {
        byte[] said = SAID.getBytes(StandardCharsets.UTF_8);
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod()
                    + ' '
                    + exchange.getRequestURI()
                    + ' '
                    + exchange.getRequestHeaders().getFirst("Authorization")
                    + ' '
                    + exchange.getRequestHeaders().getFirst("Content-Length"));
            exchange.sendResponseHeaders(201, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.start();
        URI conversations = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/some/v3/conversations/");
        OutgoingHttpConfig config =
                new OutgoingHttpConfig(true, Duration.ofSeconds(9), 9, Duration.ofSeconds(9), 0, List.of());
        try (OutgoingHttp http = OutgoingHttp.open(config, new SimpleMeterRegistry(), InstantSource.system())) {
            DirectLineConversations directLine = new DirectLineConversations(
                    new DirectLineConfig(conversations, List.of(Secret.ofText("abc.def_-"))),
                    http.upstream("direct-line"),
                    InstantSource.system());
            assertThat(directLine.generateToken(DirectLineFixture.in(5_000))).isEqualTo(Secret.of(said));
            assertThat(directLine.openConversation(DirectLineFixture.in(5_000))).isEqualTo(Secret.of(said));
        } finally {
            server.stop(0);
        }
        assertThat(asked)
                .containsExactly(
                        "POST /some/v3/tokens/generate Bearer abc.def_- 0",
                        "POST /some/v3/conversations Bearer abc.def_- 0");
    }

    @Test
    void config_wrongAddressOrSecret_isRefusedWithoutTheSecret() {
        for (String address : List.of("ftp://a/b", "/b", "http:b", "https://a/b?c", "https://a/b#c")) {
            assertThatThrownBy(() -> new DirectLineConfig(URI.create(address), List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("conversations");
        }
        for (String secret : List.of("", "canary x", "canary\n", "canary\u00e9")) {
            assertThatThrownBy(() -> new DirectLineConfig(
                            URI.create("https://a/b"), List.of(Secret.ofText("ok"), Secret.ofText(secret))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("secrets")
                    .hasMessageNotContaining("canary");
        }
        assertThat(new DirectLineConfig(URI.create("https://a/b"), List.of(Secret.ofText("canary"))))
                .asString()
                .doesNotContain("canary");
    }
}
