package io.github.auraauth.fakes.kernel;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How the fake answers when it fails. */
final class FailingAnswers {
    /** Where it redirects who asks it, as a provider should not. */
    static final String ELSEWHERE = "/elsewhere";

    private static final String JSON_TYPE = "application/json";
    private static final String HTML_TYPE = "text/html; charset=utf-8";
    private static final int MEBIBYTE = 1024 * 1024;

    private FailingAnswers() {}

    static void misbehave(Context call, KernelScript.Failure failure) {
        switch (failure.how()) {
            case INTERNAL_ERROR -> FakeKernelResponses.error(call, 500, "server_error");
            case BAD_GATEWAY -> FakeKernelResponses.error(call, 502, "server_error");
            case TOO_MANY_REQUESTS -> {
                call.header("Retry-After", "1");
                FakeKernelResponses.error(call, 429, "temporarily_unavailable");
            }
            case REDIRECT -> FakeKernelResponses.redirect(call, 302, ELSEWHERE);
            case HTML -> FakeKernelResponses.text(call, 200, HTML_TYPE, "<!doctype html><title>Kernel</title><p>Hello");
            case HALF_A_BODY -> half(call);
            case FIVE_MEBIBYTES ->
                FakeKernelResponses.text(call, 200, JSON_TYPE, "{\"padding\":\"" + "x".repeat(5 * MEBIBYTE) + "\"}");
            case SILENCE -> failure.outlast();
            case INVALID_CLIENT -> FakeKernelResponses.error(call, 401, "invalid_client");
            case INVALID_GRANT -> FakeKernelResponses.error(call, 400, "invalid_grant");
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
