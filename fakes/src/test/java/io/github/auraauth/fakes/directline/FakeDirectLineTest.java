package io.github.auraauth.fakes.directline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeDirectLineTest {
    private static final String SECRET = "first-secret";
    private static final String GENERATE = "/v3/directline/tokens/generate";
    private static final String CONVERSATIONS = "/v3/directline/conversations";
    private static final String HELLO =
            "{\"type\":\"message\",\"from\":{\"id\":\"ann\"},\"text\":\"hello\",\"channelData\":{\"n\":1}}";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-02T03:04:05Z"));
    private final FakeDirectLine fake =
            FakeDirectLine.start(0, List.of(SECRET, "second-secret"), now::get, new SecureRandom());
    private final Visitor visitor = new Visitor(fake);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void generate_withSecret_givesATokenThatBeginsItsOwnConversation() throws IOException {
        JsonNode given = Visitor.json(visitor.post(GENERATE, SECRET));
        assertThat(given.path("expires_in").asInt()).isEqualTo(1800);

        HttpResponse<String> begun = visitor.post(CONVERSATIONS, text(given, "token"));
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(text(Visitor.json(begun), "conversationId")).isEqualTo(text(given, "conversationId"));
        assertThat(text(Visitor.json(begun), "streamUrl")).startsWith("ws://127.0.0.1:");
        assertThat(visitor.post(CONVERSATIONS, text(given, "token")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void generate_withoutOrWithAnotherSecret_isRefusedInJson() throws IOException {
        assertThat(visitor.post(GENERATE, "").statusCode()).isEqualTo(401);
        HttpResponse<String> wrong = visitor.post(GENERATE, "another");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(Visitor.json(wrong).path("error").path("code").asText()).isEqualTo("BadArgument");
    }

    @Test
    void activities_polledByWatermark_holdTheMessageAndItsEcho() throws IOException {
        JsonNode begun = begin();
        String path = activities(begun);
        HttpResponse<String> said = visitor.send("POST", path, text(begun, "token"), HELLO);
        JsonNode all = Visitor.json(visitor.get(path, text(begun, "token")));

        assertThat(all.path("watermark").asText()).isEqualTo("2");
        JsonNode own = all.path("activities").path(0);
        assertThat(own.path("id").asText()).isEqualTo(text(Visitor.json(said), "id"));
        assertThat(own.path("channelData").path("n").asInt()).isEqualTo(1);
        assertThat(own.path("timestamp").asText()).isEqualTo("2030-01-02T03:04:05Z");
        JsonNode echo = all.path("activities").path(1);
        assertThat(echo.path("text").asText()).isEqualTo("You said: hello");
        assertThat(echo.path("replyToId").asText()).isEqualTo(own.path("id").asText());
        assertThat(Visitor.json(visitor.get(path + "?watermark=1", text(begun, "token")))
                        .path("activities"))
                .hasSize(1);
        assertThat(Visitor.json(visitor.get(path + "?watermark=2", text(begun, "token")))
                        .path("activities"))
                .isEmpty();
    }

    @Test
    void stream_whileOpen_tellsWhatIsSaidAndWhatWasMissed() throws Exception {
        JsonNode begun = begin();
        Visitor.Stream first = visitor.listen(text(begun, "streamUrl"));
        visitor.send("POST", activities(begun), text(begun, "token"), HELLO);
        List<JsonNode> heard = first.next(2);
        assertThat(heard.get(0).path("from").path("id").asText()).isEqualTo("ann");
        assertThat(heard.get(1).path("text").asText()).isEqualTo("You said: hello");
        first.leave();

        String again = CONVERSATIONS + "/" + text(begun, "conversationId") + "?watermark=1";
        JsonNode reconnected = Visitor.json(visitor.get(again, text(begun, "token")));
        JsonNode missed = visitor.listen(text(reconnected, "streamUrl")).next();
        assertThat(missed.path("activities")).hasSize(1);
        assertThat(missed.path("watermark").asText()).isEqualTo("2");
    }

    @Test
    void stream_withoutAGoodToken_isNotOpened() throws IOException {
        String address = text(begin(), "streamUrl");
        assertThatThrownBy(() -> visitor.listen(address.replaceFirst("t=.*", "t=x")))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThatThrownBy(() -> visitor.listen(text(begin(), "streamUrl").replaceFirst("t=.*", "")))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void token_afterItsTime_isRefusedUnlessRefreshed() throws IOException {
        JsonNode begun = begin();
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(29)));
        JsonNode fresh = Visitor.json(visitor.post("/v3/directline/tokens/refresh", text(begun, "token")));
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(1)));

        HttpResponse<String> late = visitor.get(activities(begun), text(begun, "token"));
        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(Visitor.json(late).path("error").path("code").asText()).isEqualTo("TokenExpired");
        assertThat(visitor.get(activities(begun), text(fresh, "token")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void token_ofAnotherConversation_isRefused() throws IOException {
        String other = text(begin(), "token");
        assertThat(visitor.get(activities(begin()), other).statusCode()).isEqualTo(403);
        assertThat(visitor.send("POST", activities(begin()), other, HELLO).statusCode())
                .isEqualTo(403);
    }

    @Test
    void say_noActivity_isABadRequest() throws IOException {
        JsonNode begun = begin();
        for (String body : List.of("", "{", "[]", "{}", "{\"type\":\"message\"}")) {
            assertThat(visitor.send("POST", activities(begun), text(begun, "token"), body)
                            .statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
    }

    @Test
    void browser_ofAnyOrigin_mayAsk() throws IOException {
        HttpRequest preflight = HttpRequest.newBuilder(fake.conversations())
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://chat.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,x-ms-bot-agent")
                .build();
        HttpResponse<String> answer = visitor.send(preflight);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("authorization");
    }

    @Test
    void page_atTheRoot_needsNothingFromElsewhere() throws IOException {
        HttpResponse<String> page = visitor.get("/", "");
        assertThat(page.body()).contains("<html lang=\"en\">").doesNotContain("http:", "https:");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(visitor.get("/chat.js", "").body()).contains("new WebSocket").doesNotContain("http:", "https:");
        assertThat(visitor.get("/chat.css", "").statusCode()).isEqualTo(200);
        assertThat(visitor.post("/fake/token", "").statusCode()).isEqualTo(200);
    }

    private JsonNode begin() throws IOException {
        return Visitor.json(visitor.post(CONVERSATIONS, SECRET));
    }

    private static String activities(JsonNode begun) {
        return CONVERSATIONS + "/" + text(begun, "conversationId") + "/activities";
    }

    private static String text(JsonNode object, String member) {
        return object.path(member).asText();
    }
}
