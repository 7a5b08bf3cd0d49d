package io.github.auraauth.fakes.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How the fake answers, well or badly. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";
    private static final String HTML_TYPE = "text/html; charset=utf-8";
    private static final int MEBIBYTE = 1024 * 1024;

    private Answers() {}

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

    static void misbehave(Context call, Script.Failure failure) {
        switch (failure.how()) {
            case INTERNAL_ERROR -> error(call, 500, "server_error");
            case BAD_GATEWAY -> error(call, 502, "server_error");
            case TOO_MANY_REQUESTS -> {
                call.header("Retry-After", "1");
                error(call, 429, "temporarily_unavailable");
            }
            case REDIRECT -> redirect(call, 302, KernelEndpoint.ELSEWHERE.path());
            case HTML -> text(call, 200, HTML_TYPE, "<!doctype html><title>Kernel</title><p>Hello");
            case HALF_A_BODY -> half(call);
            case FIVE_MEBIBYTES -> text(call, 200, JSON_TYPE, "{\"padding\":\"" + "x".repeat(5 * MEBIBYTE) + "\"}");
            case SILENCE -> failure.outlast();
            case INVALID_CLIENT -> error(call, 401, "invalid_client");
            case INVALID_GRANT -> error(call, 400, "invalid_grant");
        }
    }

    /** Announces more than comes, whereupon the server breaks the connection off. */
    private static void half(Context call) {
        byte[] half = "{\"issuer\":\"http".getBytes(StandardCharsets.US_ASCII);
        call.res().setContentType(JSON_TYPE);
        call.res().setContentLength(2 * half.length);
        try {
            call.res().getOutputStream().write(half);
            call.res().flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
