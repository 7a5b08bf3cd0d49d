package io.github.auraauth.fakes.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.Map;

/** How the fake answers. */
final class FakeKernelResponses {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";
    private static final String HTML_TYPE = "text/html; charset=utf-8";

    private FakeKernelResponses() {}

    static void json(Context call, int status, Map<String, ?> members) {
        try {
            text(call, status, JSON_TYPE, JSON.writeValueAsString(members));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts can be written", e);
        }
    }

    static void error(Context call, int status, String error) {
        json(call, status, Map.of("error", error));
    }

    static void html(Context call, int status, String page, String policy) {
        call.header("Content-Security-Policy", policy);
        call.header("Referrer-Policy", "no-referrer");
        text(call, status, HTML_TYPE, page);
    }

    static void text(Context call, int status, String type, String body) {
        call.status(status)
                .contentType(type)
                .header("Cache-Control", "no-store")
                .result(body);
    }

    static void redirect(Context call, int status, String location) {
        call.status(status).header("Cache-Control", "no-store").header("Location", location);
    }
}
