package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.operations.Draining;
import java.util.function.BiConsumer;

/** The headers that every answer has. */
public final class Manners {
    private final Draining draining;

    public Manners(Draining draining) {
        this.draining = draining;
    }

    /** Sets the common headers, then those of the answer, which may say otherwise. */
    void headers(Answer answer, String correlator, boolean https, BiConsumer<String, String> set) {
        set.accept(FrontDoor.CORRELATOR, correlator);
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
