package io.github.auraauth.usecase.throttle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the failures of each source and closes to one that has had its share: so many in the minute that begins with its
 * first failure. Each instance counts for itself. Safe for use by many threads.
 */
public final class FailureThrottle {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(1);
    private static final int MOST_SOURCES = 100_000;

    /** Shared by the sources beyond the most that are counted each for itself: no flood of addresses fills the memory. */
    private static final String OTHERS = "others";

    private final int perMinute;
    private final InstantSource clock;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private volatile Instant sweptAt = Instant.MIN;

    /** @param perMinute failures after which a source is turned away; 0 for never */
    public FailureThrottle(int perMinute, InstantSource clock) {
        if (perMinute < 0) {
            throw new IllegalArgumentException("perMinute must not be negative");
        }
        this.perMinute = perMinute;
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Whether the source has failed as often as it may, in the current minute of its own. */
    public boolean isClosedTo(String source) {
        if (perMinute == 0) {
            return false;
        }
        Failures known = failures.get(counted(source));
        return known != null && known.count >= perMinute && known.isCurrentAt(clock.instant());
    }

    /** Counts a failure of the source. */
    public void noteFailure(String source) {
        if (perMinute == 0) {
            return;
        }
        Instant now = clock.instant();
        failures.merge(
                room(source, now),
                new Failures(now, 1),
                (known, one) -> known.isCurrentAt(now) ? new Failures(known.began, known.count + 1) : one);
    }

    private String counted(String source) {
        return failures.containsKey(source) || failures.size() < MOST_SOURCES ? source : OTHERS;
    }

    private String room(String source, Instant now) {
        if (failures.size() >= MOST_SOURCES && !failures.containsKey(source) && isTimeToSweep(now)) {
            sweptAt = now;
            failures.values().removeIf(known -> !known.isCurrentAt(now));
        }
        return counted(source);
    }

    /** A sweep looks at every source; if each new one began another, a flood would find the memory full and the time gone. */
    private boolean isTimeToSweep(Instant now) {
        return !now.isBefore(sweptAt.plus(BETWEEN_SWEEPS));
    }

    private record Failures(Instant began, int count) {
        boolean isCurrentAt(Instant now) {
            return now.isBefore(began.plus(MINUTE));
        }
    }
}
