package io.github.auraauth.domain.behaviour;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What happens in place of the usual.
 *
 * @param delay how much later the answer comes, up to a minute; zero for not at all
 * @param status of an error that is answered in place of the usual; empty where the answer stays
 */
public record Behaviour(Duration delay, OptionalInt status) {
    public static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    private static final int CALLERS_FAULT = 4;
    private static final int OUR_FAULT = 5;

    public Behaviour {
        requireNonNull(delay, "delay");
        requireNonNull(status, "status");
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("delay must be up to a minute");
        }
        if (status.isPresent() && !isError(status.getAsInt())) {
            throw new IllegalArgumentException("status must be one of an error");
        }
        if (delay.isZero() && status.isEmpty()) {
            throw new IllegalArgumentException("delay or status must be given");
        }
    }

    private static boolean isError(int status) {
        return status / 100 == CALLERS_FAULT || status / 100 == OUR_FAULT;
    }
}
