package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.INTERNAL;
import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static io.github.auraauth.adapter.http.RunningServer.REGISTRATION;
import static io.github.auraauth.adapter.http.RunningServer.REGISTRATION_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodTest extends WithServer {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT     | /users/x                        | DELETE, GET, HEAD",
                "POST    | /users/x                        | DELETE, GET, HEAD",
                "OPTIONS | /users/x                        | DELETE, GET, HEAD",
                "PATCH   | /users/aura-id                  | GET, POST",
                "DELETE  | /users/aura-id                  | GET, POST",
                "HEAD    | /users/aura-id                  | GET, POST",
                "HEAD    | /users/aura-id/x                | GET, POST",
                "OPTIONS | /users/aura-id                  | GET, POST",
                "GET     | /admin/users/phone-numbers/+346 | DELETE",
                "HEAD    | /admin/users/phone-numbers/+346 | DELETE",
                "POST    | /ping                           | GET, HEAD",
                "POST    | /docs                           | GET, HEAD",
                "POST    | /docs/viewer.js                 | GET, HEAD",
                "BREW    | /ping                           | GET, HEAD"
            })
    void method_thatIsNotAllowed_is405WithThoseThatAre(String method, String path, String allowed) {
        HttpResponse<String> answer = server.api(method, path).send();

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains(allowed);
        if (!method.equals("HEAD")) {
            assertThat(answer.body()).contains("METHOD_NOT_ALLOWED");
        }
        assertThat(server.core.keyCalls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "get", "Get", "CONNECT"})
    void method_inAnotherCaseOrForDebugging_is405(String method) {
        try (RawClient raw = server.raw()) {
            RawClient.Reply reply = raw.send(method + " /local-ping HTTP/1.1\r\nHost: a\r\nX-Canary: canary\r\n\r\n")
                    .reply();

            assertThat(reply.status()).isIn(405, method.equals("CONNECT") ? 400 : 405);
            assertThat(reply.body()).doesNotContain("canary");
        }
    }

    @Test
    void call_unknownPathAndMethod_isToldThePathFirst() {
        assertThat(server.api("BREW", "/nowhere").send().statusCode()).isEqualTo(404);
    }

    @Test
    void head_ofAReadingOperation_hasTheHeadersOfGetAndNoBody() {
        HttpResponse<String> get = server.call("GET", "/healthz").send();
        HttpResponse<String> head = server.call("HEAD", "/healthz").send();

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(get.headers().firstValue("Content-Length"));
        assertThat(server.api("HEAD", "/users/x").key(INTERNAL).send().statusCode())
                .isEqualTo(404);
        assertThat(server.api("HEAD", "/users/x").send().statusCode()).isEqualTo(401);
    }

    @Test
    void prefetch_ofARegisteringGet_isRefusedBeforeTheKey() {
        for (String path : List.of("/users/aura-id", "/users/aura-id/x")) {
            for (String header : List.of("Sec-Purpose", "Purpose")) {
                for (String value : List.of("prefetch", "Prefetch;prerender", "x, prefetch")) {
                    HttpResponse<String> answer = server.api("GET", path)
                            .key(KERNEL)
                            .headers(REGISTRATION)
                            .header(header, value)
                            .send();
                    assertThat(answer.statusCode()).isEqualTo(403);
                    assertThat(answer.body()).contains("PREFETCH_REFUSED");
                }
            }
        }
        assertThat(server.core.keyCalls).isEmpty();
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void prefetch_ofOtherOperations_isNothingSpecial() {
        assertThat(server.api("POST", "/users/aura-id")
                        .key(KERNEL)
                        .json(REGISTRATION_BODY)
                        .header("Purpose", "prefetch")
                        .send()
                        .statusCode())
                .isEqualTo(201);
        assertThat(server.call("GET", "/local-ping")
                        .header("Sec-Purpose", "prefetch")
                        .send()
                        .statusCode())
                .isEqualTo(200);
    }
}
