package io.github.auraauth.fakes.directline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;

/** How the fake answers. */
final class FakeDirectLineResponses {
    private static final String JSON_TYPE = "application/json; charset=utf-8";

    private FakeDirectLineResponses() {}

    static void json(Context call, int status, JsonNode body) {
        text(call, status, JSON_TYPE, body.toString());
    }

    static void error(Context call, int status, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("code", code).put("message", message);
        json(call, status, body);
    }

    static void text(Context call, int status, String type, String body) {
        call.status(status)
                .contentType(type)
                .header("Cache-Control", "no-store")
                .result(body);
    }
}
