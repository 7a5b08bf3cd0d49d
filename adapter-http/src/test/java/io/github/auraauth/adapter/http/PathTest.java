package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.INTERNAL;
import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.RequestPath;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTest extends WithServer {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users/a%2fb",
                "/users/a%2Fb",
                "/users/a%5cb",
                "/users/a\\b",
                "/users/..",
                "/users/%2e%2e",
                "/users/.%2E",
                "/users/.",
                "/users//a",
                "/users/",
                "/users/a/",
                "//users/a",
                "/users/%",
                "/users/%4",
                "/users/%zz",
                "/users/%u0041",
                "/users/%00",
                "/users/%c0%ae",
                "/users/%ff",
                "/users/%ed%a0%80",
                "/users/a%0d%0ab",
                "/users/..%3b/../x",
                "/users/..;/a",
                "/users/.%2e%3bx/a",
                "/./users/a",
                "/users/\u00c3\u00a9",
                "/users/a#b",
                "/users/%7f"
            })
    void path_thatIsAmbiguousOrMalformed_is400BeforeAnythingElse(String path) {
        RawClient.Reply reply = get(RunningServer.BASE + path, "");

        assertThat(reply.status()).isEqualTo(400);
        assertError(reply, "INVALID_REQUEST");
        assertThat(server.core.keyCalls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/users",
                "/aura-services",
                "/aura-services/v1",
                "/aura-services/v2/users/a",
                "/Aura-Services/v1/users/a",
                "/aura-services/v1/users",
                "/aura-services/v1/users/a/b",
                "/aura-services/v1/users/aura-id/a/b",
                "/aura-services/v1/admin",
                "/aura-services/v1/USERS/a",
                "/users/a",
                "/config",
                "/openapi.yaml",
                "/docs",
                "/aura-services/v1/token/other",
                "/aura-services/v1/openid",
                "/token",
                "/kernel/aura-services/v1",
                "/kernel/ping",
                "/aura-services/v1;x/users/a",
                "/aura-services/v1/users;x=1/a",
                "/favicon.ico",
                "/aura-services/v1/%2575sers/a"
            })
    void path_thatIsNobodys_is404WithoutLookingAtTheKey(String path) {
        RawClient.Reply reply = get(path, "");

        assertThat(reply.status()).isEqualTo(404);
        assertError(reply, "NOT_FOUND");
        assertThat(server.core.keyCalls).isEmpty();
    }

    @Test
    void parameter_escapedWithoutNeed_isTheSame_andDecidedOnDecoded() {
        RawClient.Reply reply = get("/aura-services/v1/users/%61%7E", "Authorization: " + INTERNAL + "\r\n");

        assertThat(reply.status()).isEqualTo(404);
        assertError(reply, "USER_NOT_FOUND");
        assertThat(server.core.keyCalls.get(0).path()).isEqualTo(new RequestPath(List.of("users", "a~")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/aura%2Dservices/v1/config",
                "/aura-services/%761/config",
                "/aura-services/v1/%63onfig",
                "/aura-services/v1/confi%67",
                "/aura-services/v1/%63%6f%6e%66%69%67",
                "/%68ealthz",
                "/%6Detrics",
                "/local%2dping",
                "/aura-services/v1/openid/issuer/%2ewell-known/openid-configuration",
                "/aura-services/v1/openid/issuer/.well%2Dknown/openid-configuration",
                "/aura-services/v1/openapi%2Eyaml",
                "/aura-services/v1/u%73ers/a",
                "/aura-services/v1/users/aura%2Did",
                "/aura-services/v1/users/%61uraid",
                "/aura-services/v1/users/auraid/%69ntegrated/start",
                "/aura-services/v1/users/aura-id-globa%6c/5b0d5a3e-3f4c-5d0c-9a53-0b4d1c7f2e90",
                "/aura-services/v1/%61dmin/users/phone-numbers/1",
                "/aura-services/v1/admin/users/phone%2dnumbers/1",
                "/aura-services/v1/token/%77ss",
                "/aura-services/v1/token%2Fwss",
                "/%6bernel/aura-services/v1/ping",
                "/kernel/aura-services/v1/%70ing",
                "/aura%2Dservices/v1/nowhere"
            })
    void literal_thatIsNotWrittenLiterally_is400BeforeAnythingElse(String path) {
        RawClient.Reply reply = get(path, "Authorization: " + INTERNAL + "\r\n");

        assertThat(reply.status()).isEqualTo(400);
        assertError(reply, "INVALID_REQUEST");
        assertThat(server.core.keyCalls).isEmpty();
    }

    @Test
    void route_literalAndParameterFit_literalWins() {
        assertThat(server.api("DELETE", "/users/aura-id").key(KERNEL).send().statusCode())
                .isEqualTo(405);
        assertThat(server.api("GET", "/users/aura-id-global/x")
                        .key(INTERNAL)
                        .send()
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void access_pathAtTheRoot_isDecidedAsBelowTheBasePath() {
        server.call("GET", "/ping").key(KERNEL).send();
        server.api("GET", "/ping").key(KERNEL).send();

        assertThat(server.core.keyCalls).hasSize(2);
        assertThat(server.core.keyCalls.get(0).path())
                .isEqualTo(server.core.keyCalls.get(1).path());
    }

    @AfterEach
    void noPortWasAskedForMoreThanOneRead() {
        assertThat(server.core.calls).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/users/a%2fb | escaped slash",
                "/users/a%5Cb | backslash",
                "/users/.. | a dot segment",
                "/users/.%2E | a dot segment",
                "/users/..%3bx/a | a dot segment",
                "/users//a | an empty segment",
                "/users/ | an empty segment",
                "/users/;x | an empty segment",
                "/users/% | an escape that cannot be read",
                "/users/%4 | an escape that cannot be read",
                "/users/%zz | an escape that cannot be read",
                "/users/%00 | an escape that cannot be read",
                "/users/%7F | a control character",
                "/users/%C2%85 | a control character",
                "/users/%c0%ae | no UTF-8",
                "/users/%ff | no UTF-8",
                "/users/\u00c3\u00a9 | must be of ASCII",
                "/%63onfig | an escape in one of its fixed parts"
            })
    void path_thatIsRefused_isToldWhy(String path, String why) {
        RawClient.Reply reply = get(RunningServer.BASE + path, "");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains(why).doesNotContain(path);
    }

    private RawClient.Reply get(String path, String headers) {
        try (RawClient raw = server.raw()) {
            return raw.send("GET " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n")
                    .reply();
        }
    }

    private static void assertError(RawClient.Reply reply, String code) {
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.body()).startsWith("{\"code\":\"" + code + "\",\"message\":\"");
    }
}
