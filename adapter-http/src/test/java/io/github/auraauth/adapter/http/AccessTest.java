package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.INTERNAL;
import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static io.github.auraauth.adapter.http.RunningServer.REGISTRATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessLevel;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication.ApiKeyCall;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest extends WithServer {
    private static final String CLOSED_PATHS = """
            GET /users/aura-id
            POST /users/aura-id
            GET /users/aura-id/x
            POST /users/aura-id/x
            GET /users/x
            DELETE /users/x
            GET /users/aura-id-global/x
            DELETE /admin/users/phone-numbers/x
            GET /ping
            GET /config
            """;

    @Test
    void unauthenticated_isOneAnswer_whateverIsWrongAndWhateverIsAccepted() {
        List<RawClient.Reply> replies = new ArrayList<>();
        for (String row : CLOSED_PATHS.lines().toList()) {
            String target = row.replace(" ", " " + RunningServer.BASE);
            for (String headers : List.of(
                    "",
                    "Authorization: \r\n",
                    "Authorization: Bearer x\r\n",
                    "Authorization: APIKEY caf\u00e9\r\n",
                    "Authorization: " + KERNEL + "\r\nAuthorization: " + KERNEL + "\r\n",
                    "Authorization: " + KERNEL + "\r\nauthorization: x\r\n",
                    "Accept: text/html\r\n",
                    "Accept: application/xml;q=1, */*;q=0\r\nAccept-Encoding: gzip\r\n",
                    "Content-Type: text/plain\r\nx-4p-channel-id: x\r\nx-4p-channel-id: y\r\n",
                    "Origin: https://evil.example\r\nx-correlator: mine\r\n")) {
                try (RawClient raw = server.raw()) {
                    replies.add(raw.send(target + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n")
                            .reply());
                }
            }
        }

        assertThat(replies).hasSize(100).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.body()).isEqualTo(replies.get(0).body());
            assertThat(comparable(reply)).isEqualTo(comparable(replies.get(0)));
        });
        assertThat(replies.get(0).header("WWW-Authenticate")).isEqualTo("APIKEY realm=\"aura-services\"");
        assertThat(replies.get(0).header("Content-Type")).isEqualTo("application/json");
        assertThat(replies.get(0).body())
                .isEqualTo("{\"code\":\"UNAUTHENTICATED\",\"message\":\"A valid APIKey is required\"}");
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void authorization_standingTwice_isNoneToTheCore() {
        server.api("GET", "/config").key(KERNEL).key(KERNEL).send();

        assertThat(server.core.keyCalls).hasSize(1);
        assertThat(server.core.keyCalls.get(0).authorization()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /users/aura-id                  | APIKEY aura-bot rw",
                "GET    | /users/aura-id                  | APIKEY kernel r",
                "POST   | /users/aura-id                  | APIKEY aura-bot rw",
                "GET    | /users/aura-id/x                | APIKEY kernel rw",
                "POST   | /users/aura-id/x                | APIKEY aura-groot r",
                "GET    | /users/x                        | APIKEY kernel rw",
                "GET    | /users/x                        | APIKEY aura-bot w",
                "DELETE | /users/x                        | APIKEY whatsapp rw",
                "DELETE | /users/x                        | APIKEY kernel r",
                "GET    | /users/aura-id-global/x         | APIKEY aura-bot rw",
                "DELETE | /admin/users/phone-numbers/+346 | APIKEY aura-bot rw",
                "GET    | /ping                           | APIKEY aura-bot rw",
                "GET    | /config                         | APIKEY whatsapp w"
            })
    void goodKeyWithoutTheRight_is403(String method, String path, String key) {
        var answer = server.api(method, path).key(key).send();

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"FORBIDDEN\"");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void authenticate_anyOperation_isAskedWhatTheDefinitionDemands() {
        server.api("DELETE", "/users/a%20b").key(INTERNAL).send();

        ApiKeyCall call = server.core.keyCalls.get(0);
        assertThat(call.needed())
                .isEqualTo(new RequiredAccess(
                        Set.of(AccessLevel.INTERNAL, AccessLevel.KERNEL), "aura-services", AccessMode.WRITE));
        assertThat(call.path()).isEqualTo(new RequestPath(List.of("users", "a b")));
        assertThat(call.source()).isEqualTo("127.0.0.1");
        assertThat(call.authorization()).contains(INTERNAL);
    }

    @Test
    void throttledSource_is429WithRetryAfter_beforeAnyOtherCheckOfTheKey() {
        HttpResponse<String> answer =
                server.api("GET", "/config").key("APIKEY throttled").send();

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("\"TOO_MANY_REQUESTS\"");
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(answer.headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("rate"));
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void undecidedKey_is503WithRetryAfter_andAsksNothing() {
        HttpResponse<String> answer =
                server.api("DELETE", "/users/a").key("APIKEY undecided").send();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"SERVICE_UNAVAILABLE\"");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(server.core.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/local-ping",
                "/healthz",
                "/metrics",
                "/openapi.yaml",
                "/openapi.json",
                "/docs",
                "/docs/viewer.js"
            })
    void openOperation_looksAtNoKey(String path) {
        assertThat(server.api("GET", path).key("APIKEY").send().statusCode()).isEqualTo(200);
        assertThat(server.core.keyCalls).isEmpty();
    }

    /** Each request has all later faults too; the first check in the specified order must speak. */
    @Test
    void checks_severalFaultsAtOnce_comeInTheSpecifiedOrder() {
        String wrongBody = "{\"canary\":1}";
        assertThat(statusOf("BREW /aura-services/v1/users//x", "", wrongBody)).isEqualTo(400);
        assertThat(statusOf("BREW /nowhere", "", wrongBody)).isEqualTo(404);
        assertThat(statusOf("BREW /aura-services/v1/users/aura-id", "Purpose: prefetch\r\n", wrongBody))
                .isEqualTo(405);
        assertThat(statusOf("GET /aura-services/v1/users/aura-id", "Purpose: prefetch\r\n", wrongBody))
                .isEqualTo(403);
        String post = "POST /aura-services/v1/users/aura-id";
        String large = " ".repeat(65_537);
        assertThat(statusOf(post, "", large)).isEqualTo(401);
        assertThat(statusOf(post, "Authorization: " + INTERNAL + "\r\n", large)).isEqualTo(403);
        assertThat(statusOf(post, "Authorization: " + KERNEL + "\r\n", large)).isEqualTo(413);
        assertThat(statusOf(post, "Authorization: " + KERNEL + "\r\n", wrongBody))
                .isEqualTo(415);
        assertThat(statusOf(post, "Authorization: " + KERNEL + "\r\nContent-Type: application/json\r\n", wrongBody))
                .isEqualTo(400);
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void call_keyOfTheRightKind_isLetIn() {
        assertThat(server.api("GET", "/users/aura-id")
                        .key("APIKEY kernel w")
                        .headers(REGISTRATION)
                        .send()
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.api("GET", "/config").key("APIKEY anything r").send().statusCode())
                .isEqualTo(200);
    }

    private int statusOf(String target, String headers, String body) {
        try (RawClient raw = server.raw()) {
            String length = "Content-Length: " + body.length() + "\r\n\r\n";
            return raw.send(target + " HTTP/1.1\r\nHost: a\r\n" + headers + length + body)
                    .reply()
                    .status();
        }
    }

    private static Map<String, String> comparable(RawClient.Reply reply) {
        Map<String, String> headers = new TreeMap<>(reply.headers());
        headers.remove("Date");
        headers.remove("x-correlator");
        return headers;
    }
}
