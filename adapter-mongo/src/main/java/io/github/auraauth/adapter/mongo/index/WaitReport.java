package io.github.auraauth.adapter.mongo.index;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Tells what is waited for: at once where it is something else than before, and again from time to time. */
final class WaitReport {
    private final Consumer<String> listener;
    private final Duration interval;
    private final InstantSource clock;
    private String last = "";
    private Instant next = Instant.MIN;

    WaitReport(Consumer<String> listener, Duration interval, InstantSource clock) {
        this.listener = listener;
        this.interval = interval;
        this.clock = clock;
    }

    void tell(String what) {
        Instant now = clock.instant();
        if (!what.equals(last) || !now.isBefore(next)) {
            listener.accept(what);
            last = what;
            next = now.plus(interval);
        }
    }
}
