package io.github.auraauth.fakes.directline;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** How the fake answers when it fails. */
final class FailingAnswers {
    private static final String JSON_TYPE = "application/json; charset=utf-8";
    private static final String HTML_TYPE = "text/html; charset=utf-8";
    private static final int MEBIBYTE = 1024 * 1024;
    private static final long BETWEEN_DROPS_MILLIS = 20;
    private static final long LONGEST_SILENCE_MILLIS = 120_000;

    private FailingAnswers() {}

    static void misbehave(Context call, DirectLineScript.Failure failure, String pause) {
        switch (failure.how()) {
            case INTERNAL_ERROR -> FakeDirectLineResponses.error(call, 500, "ServiceError", "Failed");
            case BAD_GATEWAY ->
                FakeDirectLineResponses.text(call, 502, HTML_TYPE, "<!doctype html><title>502</title><p>Bad Gateway");
            case TOO_MANY_REQUESTS -> {
                call.header("Retry-After", pause);
                FakeDirectLineResponses.error(call, 429, "TooManyRequests", "Slow down");
            }
            case REDIRECT -> call.status(302).header("Location", "/");
            case HTML ->
                FakeDirectLineResponses.text(call, 200, HTML_TYPE, "<!doctype html><title>Direct Line</title><p>Hello");
            case HALF_A_BODY -> announced(call, failure, "{\"token\":\"half", false);
            case FIVE_MEBIBYTES ->
                FakeDirectLineResponses.text(
                        call, 200, JSON_TYPE, "{\"token\":\"x\",\"padding\":\"" + "x".repeat(5 * MEBIBYTE) + "\"}");
            case SILENCE -> failure.lasts(LONGEST_SILENCE_MILLIS);
            case DRIPPING -> announced(call, failure, "{\"token\":\"" + "x".repeat(6_000) + "\"}", true);
            case NO_TOKEN ->
                FakeDirectLineResponses.text(call, 200, JSON_TYPE, "{\"conversationId\":\"x\",\"expires_in\":1800}");
            case REGION_NOT_ALLOWED ->
                FakeDirectLineResponses.error(call, 403, "RegionNotAllowed", "Not in this region");
            case BAD_REQUEST -> FakeDirectLineResponses.error(call, 400, "BadRequest", "No");
        }
    }

    /** Announces a body; either it comes byte by byte, or half of it comes, and the server breaks the connection off. */
    private static void announced(Context call, DirectLineScript.Failure failure, String text, boolean dripping) {
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        call.res().setContentType(JSON_TYPE);
        call.res().setContentLength(dripping ? body.length : 2 * body.length);
        try {
            OutputStream out = call.res().getOutputStream();
            for (int i = 0; i < body.length && (!dripping || failure.lasts(BETWEEN_DROPS_MILLIS)); i++) {
                out.write(body, i, 1);
                call.res().flushBuffer();
            }
        } catch (IOException gone) {
            // who asked has had enough
        }
    }
}
