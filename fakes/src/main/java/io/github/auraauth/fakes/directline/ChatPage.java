package io.github.auraauth.fakes.directline;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The page on which somebody speaks with the bot; it needs nothing from elsewhere. */
final class ChatPage {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws:;"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private ChatPage() {}

    static void html(Context call) {
        call.header("Content-Security-Policy", POLICY);
        call.header("Referrer-Policy", "no-referrer");
        FakeDirectLineResponses.text(call, 200, "text/html; charset=utf-8", resource("chat.html"));
    }

    static void script(Context call) {
        FakeDirectLineResponses.text(call, 200, "text/javascript; charset=utf-8", resource("chat.js"));
    }

    static void style(Context call) {
        FakeDirectLineResponses.text(call, 200, "text/css; charset=utf-8", resource("chat.css"));
    }

    private static String resource(String name) {
        try (InputStream content = Objects.requireNonNull(ChatPage.class.getResourceAsStream(name), name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
