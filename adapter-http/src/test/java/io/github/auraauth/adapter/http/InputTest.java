package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.INTERNAL;
import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static io.github.auraauth.adapter.http.RunningServer.REGISTRATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every input's wrong forms: 400 that names it and not its value, and no port is asked anything. */
class InputTest extends WithServer {
    private static final ObjectMapper JSON = new ObjectMapper();

    @AfterEach
    void noPortWasAsked() {
        assertThat(server.core.calls).isEmpty();
    }

    static Stream<List<String>> wrongHeaders() {
        List<List<String>> cases = new ArrayList<>();
        wrong(
                cases,
                "x-4p-channel-id",
                null,
                "",
                "x",
                "9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e5",
                "{9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55}",
                "9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e5g",
                "1-1-1-1-1",
                "9c1f4f6e0a6b4f0e8f0b2b1a4c9d7e55");
        wrong(cases, "x-4p-user-id", null, "", "u".repeat(129));
        wrong(cases, "x-4p-authorization-id", null, "", "a".repeat(129));
        wrong(cases, "x-4p-authentication-type", null, "", "Email", "sms", "email,uid");
        wrong(
                cases,
                "x-4p-authentication-identifier",
                null,
                "",
                "+0",
                "600",
                "abc",
                "+3460000000000000",
                "++34600000000",
                "1".repeat(257));
        wrong(cases, "x-4p-id-token-hint", "", "h".repeat(8193));
        wrong(
                cases,
                "x-4p-expires-at",
                "",
                "soon",
                "2020-01-01T00:00:00Z",
                "2099-01-01",
                "2099-01-01T00:00:00",
                "2099-02-30T00:00:00Z",
                "4102444800",
                "+12345-01-01T00:00:00Z",
                "9999-12-31T23:59:59-00:01",
                "2099-01-01T24:00:00Z",
                "2099-01-01T00:00:00+19:00",
                "2099-01-01 00:00:00Z");
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("wrongHeaders")
    void registeringByHeaders_withAWrongOne_namesIt(List<String> wrong) {
        Map<String, String> headers = new HashMap<>(REGISTRATION);
        headers.remove(wrong.get(0));
        if (wrong.size() > 1) {
            headers.put(wrong.get(0), wrong.get(1));
        }
        for (String path : List.of("/users/aura-id", "/users/aura-id/x")) {
            String key = path.endsWith("x") ? INTERNAL : KERNEL;
            names(server.api("GET", path).key(key).headers(headers).send(), wrong);
        }
    }

    @ParameterizedTest
    @MethodSource("wrongHeaders")
    void registeringByBody_withAWrongMember_namesIt(List<String> wrong) {
        String member = member(wrong.get(0));
        ObjectNode body = body();
        if (wrong.size() > 1) {
            body.put(member, wrong.get(1));
        } else {
            body.putNull(member);
        }

        names(post(body.toString()), member, wrong);
    }

    static Stream<List<String>> wrongMembers() {
        List<List<String>> cases = new ArrayList<>();
        for (String member : List.of(
                "channelId",
                "userId",
                "authorizationId",
                "authenticationType",
                "authenticationIdentifier",
                "idTokenHint",
                "expiresAt")) {
            for (String value : List.of(
                    "{\"$ne\":\"\"}",
                    "{\"$gt\":1}",
                    "{}",
                    "[]",
                    "[\"a\"]",
                    "1",
                    "-1.5e300",
                    "true",
                    "false",
                    "\"\"",
                    "\"a\\u0000b\"",
                    "\"a\\nb\"",
                    "\"\\u0085\"",
                    "\"\\ud800\"",
                    "\"a\\udc00\\ud800\"")) {
                cases.add(List.of(member, value));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("wrongMembers")
    void registeringByBody_withSomethingElseThanProperText_namesTheMember(List<String> wrong) throws Exception {
        ObjectNode body = body();
        body.putRawValue(wrong.get(0), new com.fasterxml.jackson.databind.util.RawValue(wrong.get(1)));

        names(post(JSON.writeValueAsString(body)), wrong.get(0), List.of());
    }

    @Test
    void texts_beyondTheBasicPlane_areCountedByCodePoint() {
        ObjectNode longest = body().put("userId", "😀".repeat(128));
        assertThat(post(longest.toString()).statusCode()).isEqualTo(201);
        assertThat(server.core.registrations).hasSize(1);
        server.core.reset();

        names(post(body().put("userId", "😀".repeat(129)).toString()), "userId", List.of());
        names(post(body().put("idTokenHint", "é".repeat(4097)).toString()), "idTokenHint", List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "1",
                "{",
                "{}}",
                "{} {}",
                "{\"userId\"}",
                "{'userId':'x'}",
                "{\"userId\":\"x\",}",
                "// c\n{}",
                "\ufeff{}",
                "{\"userId\":NaN}"
            })
    void body_thatIsNotOneJsonObject_isRefused(String body) {
        HttpResponse<String> answer = post(body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("INVALID_REQUEST").containsAnyOf("body", "missing");
    }

    @Test
    void body_withAMemberTwice_namesIt() {
        String body = body().toString();

        names(post(body.replace("{", "{\"userId\":\"other\",")), "userId", List.of());
        names(post(body.replace("{", "{\"userId\":null,")), "userId", List.of());
        names(post(body.replace("{", "{\"user\\u0049d\":\"other\",")), "userId", List.of());
    }

    @Test
    void body_withAnUnknownMember_isRefusedWithoutRepeatingIt() {
        HttpResponse<String> answer =
                post(body().put("canary-member", "canary-value").toString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("not known").doesNotContain("canary");
    }

    @Test
    void body_thatIsNotUtf8_isRefused() {
        byte[] bytes = body().put("userId", "a~b").toString().getBytes(StandardCharsets.UTF_8);
        for (byte wrong : new byte[] {(byte) 0xff, (byte) 0xc0, (byte) 0x80, (byte) 0xed}) {
            byte[] broken = bytes.clone();
            for (int i = 0; i < broken.length; i++) {
                broken[i] = broken[i] == '~' ? wrong : broken[i];
            }
            HttpResponse<String> answer = server.api("POST", "/users/aura-id")
                    .key(KERNEL)
                    .header("Content-Type", "application/json")
                    .body(BodyPublishers.ofByteArray(broken))
                    .send();
            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    @Test
    void body_inUtf16_isRefused() {
        HttpResponse<String> answer = server.api("POST", "/users/aura-id")
                .key(KERNEL)
                .header("Content-Type", "application/json")
                .body(BodyPublishers.ofByteArray(body().toString().getBytes(StandardCharsets.UTF_16)))
                .send();

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void body_nestedDeep_isRefusedAtOnce() {
        assertThat(post("{\"userId\":" + "[".repeat(30_000)).statusCode()).isEqualTo(400);
        assertThat(post("[".repeat(60_000)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%0a", "a%0ab", "%7f", "a%3bb", "a%3fb", "a%23b", "a%25b", "aura-id-global", "auraid", "%c2%85"})
    void auraId_inAWrongForm_isNamed(String segment) {
        for (String method : List.of("GET", "DELETE")) {
            HttpResponse<String> answer =
                    server.api(method, "/users/" + segment).key(INTERNAL).send();
            assertThat(answer.statusCode()).as(segment).isEqualTo(400);
            assertThat(answer.body())
                    .containsAnyOf("auraId must be", "the path has a control character", "The request is malformed");
        }
    }

    @Test
    void auraId_tooLong_isNamed() {
        names(server.api("GET", "/users/" + "a".repeat(257)).key(INTERNAL).send(), "auraId", List.of());
        names(
                server.api("GET", "/users/aura-id/" + "a".repeat(257))
                        .key(INTERNAL)
                        .headers(REGISTRATION)
                        .send(),
                "auraId",
                List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "5b0d5a3e-3f4c-5d0c-9a53-0b4d1c7f2e9", "1-1-1-1-1"})
    void globalId_inAWrongForm_isNamed(String segment) {
        HttpResponse<String> answer = server.api("GET", "/users/aura-id-global/" + segment)
                .key(KERNEL)
                .header("x-4p-channel-id", REGISTRATION.get("x-4p-channel-id"))
                .send();

        names(answer, "aura_id_global", List.of(segment, segment));
    }

    @Test
    void channelOfTheNewestUser_missingOrWrong_isNamed() {
        String path = "/users/aura-id-global/" + FakeCore.GLOBAL_ID;

        names(server.api("GET", path).key(KERNEL).send(), "x-4p-channel-id", List.of());
        names(server.api("GET", path).key(KERNEL).header("x-4p-channel-id", "x").send(), "x-4p-channel-id", List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "12345",
                "%2B0600000000",
                "1234567890123456",
                "600x00000",
                "%2B%2B34600000000",
                "%C2%B2%C2%B2%C2%B2%C2%B2%C2%B2%C2%B2",
                "600000000%0a"
            })
    void phoneNumber_inAWrongForm_isRefused(String number) {
        HttpResponse<String> answer = server.api("DELETE", "/admin/users/phone-numbers/" + number)
                .key(KERNEL)
                .send();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).containsAnyOf("phone_number must ", "the path has a control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "yes", "1", "", "true,false"})
    void returnAnonymous_inAWrongForm_isNamed(String value) {
        names(
                server.api("GET", "/users/x")
                        .key(INTERNAL)
                        .header("return-anonymous", value)
                        .send(),
                "return-anonymous",
                List.of());
    }

    @Test
    void channelOfAnAnonymousUser_wrong_isNamed_evenWhenNotNeeded() {
        names(
                server.api("GET", "/users/x")
                        .key(INTERNAL)
                        .header("x-4p-channel-id", "x")
                        .send(),
                "x-4p-channel-id",
                List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include=",
                "include",
                "include=canary",
                "include=idTokenHint,x",
                "include=idTokenHint&include=idTokenHint",
                "include=%zz",
                "%69nclude=x"
            })
    void include_inAWrongForm_isNamed(String query) {
        try (RawClient raw = server.raw()) {
            RawClient.Reply reply = raw.send("GET /aura-services/v1/users/x?" + query
                            + " HTTP/1.1\r\nHost: a\r\nAuthorization: " + INTERNAL + "\r\n\r\n")
                    .reply();
            assertThat(reply.status()).as(query).isEqualTo(400);
            assertThat(reply.body()).contains("include").doesNotContain("canary");
        }
    }

    @Test
    void probe_inAWrongForm_isNamed() {
        names(server.call("GET", "/healthz?probe=dead").send(), "probe", List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-4p-channel-id", "x-4p-user-id", "x-correlator", "traceparent"})
    void singleHeader_standingTwice_isNamed(String name) {
        HttpResponse<String> answer = server.api("GET", "/users/aura-id")
                .key(KERNEL)
                .headers(REGISTRATION)
                .header(name, "a")
                .header(name, "b")
                .send();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(name + " stands in the request more than once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-4p-user-id", "x-4p-authentication-identifier", "x-4p-id-token-hint"})
    void header_thatIsNotPrintableAscii_isNamed(String name) {
        try (RawClient raw = server.raw()) {
            StringBuilder head = new StringBuilder(
                    "GET /aura-services/v1/users/aura-id HTTP/1.1\r\nHost: a\r\nAuthorization: " + KERNEL + "\r\n");
            Map<String, String> headers = new HashMap<>(REGISTRATION);
            headers.put(name, "caf\u00c3\u00a9");
            headers.forEach((header, value) ->
                    head.append(header).append(": ").append(value).append("\r\n"));
            RawClient.Reply reply = raw.send(head + "\r\n").reply();

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).contains(name + " must be");
        }
    }

    private static ObjectNode body() {
        ObjectNode body = JSON.createObjectNode();
        REGISTRATION.forEach((header, value) -> body.put(member(header), value));
        return body;
    }

    private HttpResponse<String> post(String body) {
        return server.api("POST", "/users/aura-id").key(KERNEL).json(body).send();
    }

    private static String member(String header) {
        return Map.of(
                        "x-4p-channel-id", "channelId",
                        "x-4p-user-id", "userId",
                        "x-4p-authorization-id", "authorizationId",
                        "x-4p-authentication-type", "authenticationType",
                        "x-4p-authentication-identifier", "authenticationIdentifier",
                        "x-4p-id-token-hint", "idTokenHint",
                        "x-4p-expires-at", "expiresAt")
                .get(header);
    }

    private static void wrong(List<List<String>> cases, String name, String... values) {
        for (String value : values) {
            cases.add(value == null ? List.of(name) : List.of(name, value));
        }
    }

    private static void names(HttpResponse<String> answer, List<String> wrong) {
        names(answer, wrong.get(0), wrong);
    }

    /** @param wrong the value, when there is a second element, must not come back */
    private static void names(HttpResponse<String> answer, String name, List<String> wrong) {
        assertThat(answer.statusCode()).as("%s in %s", wrong, answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("INVALID_REQUEST", name + " ");
        if (wrong.size() > 1 && wrong.get(1).length() > 4) {
            assertThat(answer.body()).doesNotContain(wrong.get(1));
        }
    }
}
