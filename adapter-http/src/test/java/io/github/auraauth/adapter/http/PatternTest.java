package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.REGISTRATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auraauth.front.definition.ApiDefinition;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the definitions say of a text, by pattern and length, is what the servers take of it. */
class PatternTest extends WithServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> OF_HEADERS =
            List.of("a", "a b", "~", "!", "a".repeat(128), "a".repeat(129), "caf\u00e9", "a\tb", "\u007f");
    private static final List<String> OF_TEXTS = List.of(
            "a", " a ", "a".repeat(128), "a".repeat(129), "caf\u00e9", "\ud83d\ude00", "a\tb", "a\nb", "\u0085");
    private static final List<String> OF_TIMES = List.of(
            "2099-01-01T00:00:00Z",
            "2099-01-01T00:00Z",
            "2099-01-01T00:00:00.123456789+18:00",
            "2099-12-31T23:59:59-17:59",
            "2099-01-01T00:00:00+18:01",
            "2099-01-01T00:00:00+19:00",
            "2099-01-01T24:00:00Z",
            "2099-01-01T00:60:00Z",
            "2099-01-01T00:00:60Z",
            "2099-13-01T00:00:00Z",
            "2099-00-01T00:00:00Z",
            "2099-01-32T00:00:00Z",
            "2099-01-00T00:00:00Z",
            "2099-01-01T00:00:00.1234567891Z",
            "2099-01-01T00:00:00",
            "2099-01-01",
            "+12099-01-01T00:00:00Z");
    private static final List<String> OF_AURA_IDS = List.of(
            "a",
            "a".repeat(256),
            "a".repeat(257),
            "\ud83d\ude00".repeat(256),
            "\ud83d\ude00".repeat(257),
            ".",
            "..",
            "...",
            "aura-id",
            "auraid",
            "aura-id-global",
            "aura-id-",
            "auraid\u2028",
            "a;b",
            "a?b",
            "a#b",
            "a%b",
            "a\\b",
            "a/b",
            "a b",
            "caf\u00e9",
            "\u0000",
            "\u007f",
            "\u0085",
            "~");
    private static final List<String> OF_PHONE_NUMBERS = List.of(
            "123456",
            "12345",
            "123456789012345",
            "1234567890123456",
            "+123456",
            "+12345",
            "00123456",
            "0 0-123456",
            "+00123456",
            "+0123456",
            "0123456",
            "++123456",
            "1+23456",
            "(+34) 600-00.00 ",
            " 1 (2)3 4-5.6 ",
            "+44 (0)20 7946 0018",
            "12345\uff16",
            "12345\u0666",
            "12345a",
            "123456\u200b",
            "1,23456",
            "+",
            "-");
    private static final List<String> OF_CHANNELS = List.of(
            "9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55",
            "9C1F4F6E-0A6B-4F0E-8F0B-2B1A4C9D7E55",
            "9c1f4f6e0a6b4f0e8f0b2b1a4c9d7e55",
            "{9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55}",
            "9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e5",
            "9c1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55 5",
            "9g1f4f6e-0a6b-4f0e-8f0b-2b1a4c9d7e55",
            "1-1-1-1-1",
            "web");
    private static final List<String> OF_TERMS = List.of(
            "a",
            "A.z_0-9",
            ".",
            "..",
            "...",
            ".a",
            "a.",
            "latest",
            "latest1",
            "Latest",
            "a b",
            "a:b",
            "a@b",
            "a+b",
            "caf\u00e9",
            "a".repeat(32),
            "a".repeat(33),
            "a".repeat(64),
            "a".repeat(65),
            "a".repeat(128),
            "a".repeat(129),
            "1",
            "_a",
            "a\n",
            "revoked",
            "REJECTED",
            "refuseD",
            "declined",
            "declinedx");

    private final RunningTerms terms = new RunningTerms();
    private final ApiDefinition authentication = Definitions.authentication();
    private final ApiDefinition kernel = Definitions.kernel();
    private final ApiDefinition ofTerms = Definitions.terms();

    @AfterAll
    void stopTerms() {
        terms.close();
    }

    @Test
    void parameter_withAPattern_isTakenExactlyWhereItFits() {
        Map<String, List<String>> edges = new TreeMap<>();
        edges.put("authentication auraId path", OF_AURA_IDS);
        edges.put("authentication phone_number path", OF_PHONE_NUMBERS);
        edges.put("authentication x-4p-channel-id header", OF_CHANNELS);
        edges.put("authentication x-4p-user-id header", OF_HEADERS);
        edges.put("authentication x-4p-authorization-id header", OF_HEADERS);
        edges.put("authentication x-4p-authentication-identifier header", OF_HEADERS);
        edges.put("authentication x-4p-id-token-hint header", OF_HEADERS);
        edges.put("authentication x-4p-expires-at header", OF_TIMES);
        edges.put("kernel auraId path", OF_AURA_IDS);
        edges.put("kernel phone_number path", OF_PHONE_NUMBERS);
        edges.put("kernel x-4p-channel-id header", OF_CHANNELS);
        for (String name : List.of("user_id path", "name path", "version path", "status path", "required query")) {
            edges.put("terms " + name, OF_TERMS);
        }
        Map<String, JsonNode> declared = new TreeMap<>();
        parameters("authentication", authentication, declared);
        parameters("kernel", kernel, declared);
        parameters("terms", ofTerms, declared);

        assertThat(declared.keySet()).isEqualTo(edges.keySet());
        declared.forEach((parameter, schema) -> agree(parameter, schema, edges.get(parameter)));
    }

    @Test
    void member_withAPattern_isTakenExactlyWhereItFits() {
        Map<String, List<String>> edges = Map.of(
                "userId", OF_TEXTS,
                "authorizationId", OF_TEXTS,
                "authenticationIdentifier", OF_TEXTS,
                "idTokenHint", OF_TEXTS,
                "expiresAt", OF_TIMES,
                "name", OF_TERMS,
                "version", OF_TERMS);
        Map<String, JsonNode> declared = new LinkedHashMap<>();
        members(authentication, "Registration", declared);
        members(ofTerms, "Terms", declared);

        assertThat(declared.keySet()).isEqualTo(edges.keySet());
        declared.forEach((member, schema) -> agree("body " + member + " member", schema, edges.get(member)));
    }

    @Test
    void parameter_outsideABody_isNeverNullable() {
        for (ApiDefinition definition : List.of(authentication, kernel, ofTerms)) {
            eachParameter(
                    definition,
                    parameter -> assertThat(resolved(definition, parameter.path("schema"))
                                    .has("nullable"))
                            .as(parameter.path("name").asText())
                            .isFalse());
        }
    }

    @Test
    void member_thatMayBeMissing_mayBeNull_andNoOther() {
        JsonNode registration = authentication.tree().at("/components/schemas/Registration");
        Set<String> required = new TreeSet<>();
        registration.path("required").forEach(name -> required.add(name.asText()));
        registration
                .path("properties")
                .properties()
                .forEach(member -> assertThat(resolved(authentication, member.getValue())
                                .path("nullable")
                                .asBoolean())
                        .as(member.getKey())
                        .isNotEqualTo(required.contains(member.getKey())));
    }

    private void agree(String input, JsonNode schema, List<String> values) {
        List<String> disagreeing = new ArrayList<>();
        for (String value : values) {
            if (fits(schema, value) != isTaken(input, value)) {
                disagreeing.add(value);
            }
        }
        assertThat(disagreeing).as(input).isEmpty();
    }

    /** By the pattern as ECMAScript reads it, to which a line break before the end is not the end. */
    private static boolean fits(JsonNode schema, String value) {
        int length = value.codePointCount(0, value.length());
        return length >= schema.path("minLength").asInt()
                && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && Pattern.compile(schema.path("pattern").asText().replaceFirst("\\$$", "\\\\z"), Pattern.UNIX_LINES)
                        .matcher(value)
                        .find();
    }

    private boolean isTaken(String input, String value) {
        String[] words = input.split(" ", -1);
        int status = switch (words[0]) {
            case "authentication" -> ofAuthentication(words[1], value);
            case "kernel" -> ofKernel(words[1], value);
            case "terms" -> ofTerms(words[1], value);
            default -> ofBody(words[1], value);
        };
        assertThat(status).as("%s", input).isIn(200, 201, 204, 400, 404);
        return status != 400;
    }

    private int ofAuthentication(String name, String value) {
        return switch (name) {
            case "auraId" -> raw("GET", "/aura-services/v1/users/" + escaped(value), Map.of());
            case "phone_number" ->
                raw("DELETE", "/aura-services/v1/admin/users/phone-numbers/" + escaped(value), Map.of());
            default -> {
                Map<String, String> headers = new LinkedHashMap<>(REGISTRATION);
                headers.put("x-4p-authentication-type", "uid");
                headers.put(name, value);
                yield raw("GET", "/aura-services/v1/users/aura-id", headers);
            }
        };
    }

    private int raw(String method, String path, Map<String, String> headers) {
        String key = path.endsWith("/users/aura-id") || path.contains("/admin/")
                ? RunningServer.KERNEL
                : RunningServer.INTERNAL;
        StringBuilder head = new StringBuilder(method + ' ' + path + " HTTP/1.1\r\nHost: a\r\nAuthorization: " + key);
        headers.forEach(
                (name, text) -> head.append("\r\n").append(name).append(": ").append(text));
        try (RawClient raw = server.raw()) {
            int status = raw.send(head + "\r\n\r\n").reply().status();
            // An auraId that is a literal of ours leads to another operation.
            return status == 405 ? 400 : status;
        }
    }

    private int ofKernel(String name, String value) {
        if (name.equals("x-4p-channel-id")) {
            return server.kernel("GET", "/users/aura-id-global/5b0d5a3e-3f4c-5d0c-9a53-0b4d1c7f2e90")
                    .key("Bearer good.anne.r")
                    .header(name, value)
                    .send()
                    .statusCode();
        }
        String path = name.equals("auraId") ? "/users/" : "/admin/users/phone-numbers/";
        int status = server.kernel("DELETE", path + escaped(value))
                .key(name.equals("auraId") ? "Bearer good.anne.w" : "Bearer good.anne.w.admin")
                .send()
                .statusCode();
        return status == 405 ? 400 : status;
    }

    private int ofTerms(String name, String value) {
        String user = "/v0/users/u/services/";
        return switch (name) {
            case "user_id" ->
                terms.call("GET", "/v0/users/" + escaped(value) + "/services").statusCode();
            case "name" -> terms.call("GET", user + escaped(value) + "/1").statusCode();
            case "version" -> terms.call("GET", user + "aura/" + escaped(value)).statusCode();
            case "status" ->
                terms.call("PUT", user + escaped(value), RunningTerms.BODY).statusCode();
            default ->
                terms.call("GET", user + "aura/latest?required=" + escaped(value))
                        .statusCode();
        };
    }

    private int ofBody(String name, String value) {
        ObjectNode body = JSON.createObjectNode();
        if (name.equals("name") || name.equals("version")) {
            body.put("name", "aura").put("version", "1").put(name, value);
            return terms.call("POST", RunningTerms.USER, body.toString()).statusCode();
        }
        body.put("channelId", REGISTRATION.get("x-4p-channel-id"))
                .put("userId", "u")
                .put("authorizationId", "a")
                .put("authenticationType", "uid")
                .put("authenticationIdentifier", "i")
                .put(name, value);
        return server.api("POST", "/users/aura-id")
                .key(RunningServer.KERNEL)
                .json(body.toString())
                .send()
                .statusCode();
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
    }

    private static void parameters(String api, ApiDefinition definition, Map<String, JsonNode> declared) {
        eachParameter(definition, parameter -> {
            JsonNode schema = resolved(definition, parameter.path("schema"));
            if (schema.has("pattern")) {
                declared.put(
                        api
                                + ' '
                                + parameter.path("name").asText()
                                + ' '
                                + parameter.path("in").asText(),
                        schema);
            }
        });
    }

    private static void members(ApiDefinition definition, String schema, Map<String, JsonNode> declared) {
        definition
                .tree()
                .at("/components/schemas/" + schema + "/properties")
                .properties()
                .forEach(member -> {
                    JsonNode form = resolved(definition, member.getValue());
                    if (form.has("pattern")) {
                        declared.put(member.getKey(), form);
                    }
                });
    }

    private static void eachParameter(ApiDefinition definition, java.util.function.Consumer<JsonNode> check) {
        definition.tree().findValues("parameters").forEach(parameters -> {
            if (parameters.isArray()) {
                parameters.forEach(parameter -> check.accept(resolved(definition, parameter)));
            } else {
                parameters.properties().forEach(parameter -> check.accept(parameter.getValue()));
            }
        });
    }

    private static JsonNode resolved(ApiDefinition definition, JsonNode node) {
        String reference = node.path("$ref").textValue();
        return reference == null ? node : definition.tree().at(reference.substring(1));
    }
}
