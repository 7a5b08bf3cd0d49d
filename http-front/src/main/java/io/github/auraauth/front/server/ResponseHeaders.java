package io.github.auraauth.front.server;

import io.github.auraauth.front.response.Response;
import java.util.function.BiConsumer;

/** The headers that every answer has. */
final class ResponseHeaders {
    private final Draining draining;

    ResponseHeaders(Draining draining) {
        this.draining = draining;
    }

    /** Sets the common headers, then those of the answer, which may say otherwise. */
    void set(Response answer, String correlator, boolean https, BiConsumer<String, String> set) {
        set.accept(RequestHandler.CORRELATOR, correlator);
        set.accept("Cache-Control", "no-store");
        set.accept("X-Content-Type-Options", "nosniff");
        set.accept("Referrer-Policy", "no-referrer");
        set.accept("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (https) {
            set.accept("Strict-Transport-Security", "max-age=31536000");
        }
        if (draining.hasBegun()) {
            set.accept("Connection", "close");
        }
        answer.headers().forEach(set);
    }
}
