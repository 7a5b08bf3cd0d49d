package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.front.server.ServerConfig;
import io.github.auraauth.port.Outage;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other origins may do: use tokens where their origin is listed, and nothing else. */
class CorsTest extends WithServer {
    private static final String LISTED = "https://www.example.com";
    private static final String LISTED_WITH_PORT = "http://localhost:8080";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    @Override
    protected RunningServer startServer() {
        return new RunningServer(RunningServer.config(Set.of(LISTED, LISTED_WITH_PORT)));
    }

    @ParameterizedTest
    @CsvSource({
        "/token, GET, https://www.example.com",
        "/token, POST, https://www.example.com",
        "/token/wss, GET, http://localhost:8080",
        "/token/wss, POST, https://www.example.com",
        "/token, DELETE, https://www.example.com"
    })
    void preflight_ofAListedOrigin_is204WithWhatIsAllowed_andNoKeyIsLookedAt(
            String path, String method, String origin) {
        HttpResponse<String> answer = preflight(path, method, origin);
        HttpHeaders headers = answer.headers();

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(headers.firstValue(ALLOW_ORIGIN)).contains(origin);
        assertThat(headers.firstValue("Access-Control-Allow-Methods")).contains("GET, POST");
        assertThat(headers.firstValue("Access-Control-Allow-Headers"))
                .contains("authorization, content-type, x-correlator, traceparent, tracestate");
        assertThat(headers.firstValue("Access-Control-Max-Age")).contains("600");
        assertThat(headers.allValues("Vary")).containsExactly("Origin");
        assertThat(headers.firstValue("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(server.core.keyCalls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://www.example.com",
                "https://www.example.com:444",
                "https://www.example.com.evil.example",
                "https://example.com",
                "https://WWW.example.com",
                "https://www.example.com/",
                "null",
                "*"
            })
    void preflight_ofAnotherOrigin_is405_andSaysNothing(String origin) {
        HttpResponse<String> answer = preflight("/token", "GET", origin);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void options_thatIsNoPreflight_is405_readableForAListedOrigin() {
        HttpResponse<String> answer =
                server.api("OPTIONS", "/token").header("Origin", LISTED).send();

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue(ALLOW_ORIGIN)).contains(LISTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/config", "/users/x", "/users/aura-id", "/openid/jwk", "/local-ping"})
    void preflight_ofAnotherPath_is405_andSaysNothing(String path) {
        HttpResponse<String> answer = preflight(path, "GET", LISTED);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void preflight_ofAPathThatIsNot_is404() {
        assertThat(preflight("/token/other", "GET", LISTED).statusCode()).isEqualTo(404);
    }

    @Test
    void answer_toAListedOrigin_isReadable_errorsToo() {
        assertThat(answers(LISTED))
                .allSatisfy(answer -> {
                    assertThat(answer.headers().allValues(ALLOW_ORIGIN)).containsExactly(LISTED);
                    assertThat(answer.headers().allValues("Vary")).containsExactly("Origin");
                    assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                            .contains("x-correlator, retry-after, www-authenticate");
                    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                            .isEmpty();
                })
                .extracting(HttpResponse::statusCode)
                .containsExactly(200, 201, 401, 403, 403, 405, 502, 500);
    }

    @Test
    void answer_toAnotherOrigin_isTheSameAndNotReadable() {
        assertThat(answers("https://evil.example"))
                .allSatisfy(answer -> assertThat(answer.headers().map().keySet())
                        .noneMatch(name -> name.startsWith("access-control")))
                .extracting(HttpResponse::statusCode)
                .containsExactly(200, 201, 401, 403, 403, 405, 502, 500);
    }

    @Test
    void answer_ofAnotherPath_isReadableForNobody() {
        HttpHeaders headers =
                server.api("GET", "/local-ping").header("Origin", LISTED).send().headers();

        assertThat(headers.firstValue(ALLOW_ORIGIN)).isEmpty();
        assertThat(headers.firstValue("Vary")).isEmpty();
    }

    @Test
    void server_withoutOrigins_saysNothingToAnybody() {
        try (RunningServer plain = new RunningServer()) {
            HttpResponse<String> answer = plain.api("GET", "/token")
                    .key("APIKEY a r")
                    .header("Origin", LISTED)
                    .send();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue(ALLOW_ORIGIN)).isEmpty();
            assertThat(answer.headers().firstValue("Vary")).isEmpty();
            assertThat(plain.api("OPTIONS", "/token")
                            .header("Origin", LISTED)
                            .header("Access-Control-Request-Method", "GET")
                            .send()
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "",
                "www.example.com",
                "https://www.example.com/",
                "https://WWW.example.com",
                "https://a b"
            })
    void origins_thatNoBrowserWrites_areRefusedAtTheStart(String origin) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServerConfig.Trust(List.of(), Set.of(origin)));
    }

    private HttpResponse<String> preflight(String path, String method, String origin) {
        return server.api("OPTIONS", path)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization")
                .send();
    }

    private List<HttpResponse<String>> answers(String origin) {
        List<HttpResponse<String>> answers = new java.util.ArrayList<>();
        answers.add(from(origin, "GET", "/token").key("APIKEY a r").send());
        answers.add(from(origin, "POST", "/token/wss").key("APIKEY a r").send());
        answers.add(from(origin, "GET", "/token").send());
        answers.add(from(origin, "GET", "/token").key("APIKEY a w").send());
        answers.add(from(origin, "GET", "/token").header("Purpose", "prefetch").send());
        answers.add(from(origin, "DELETE", "/token").send());
        server.core.bot = deadline -> {
            throw new Outage.UpstreamFailed("direct line");
        };
        answers.add(from(origin, "GET", "/token").key("APIKEY a r").send());
        server.core.bot = deadline -> {
            throw new IllegalStateException("canary");
        };
        answers.add(from(origin, "GET", "/token").key("APIKEY a r").send());
        return answers;
    }

    private RunningServer.Call from(String origin, String method, String path) {
        return server.api(method, path).header("Origin", origin);
    }
}
