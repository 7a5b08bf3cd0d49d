package io.github.auraauth.app.process;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Time that begins with the machine's and then only ever passes: for measuring how old something is, where a clock that is
 * set back would make the old look fresh.
 */
public final class SteadyClock implements InstantSource {
    private final Instant began;
    private final long start;

    public SteadyClock(InstantSource clock) {
        this.began = clock.instant();
        this.start = System.nanoTime();
    }

    @Override
    public Instant instant() {
        return began.plusNanos(System.nanoTime() - start);
    }
}
