package io.github.auraauth.usecase.throttle;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Counts the failures of each source, or whatever else costs us something, and closes to one that has had its share: so many in the minute that begins with its
 * first failure. A network of 64 bits of IPv6 counts for the site of 48 bits that it belongs to as well, which closes after
 * ten times as many. A source that fails little is never closed because others fail: where there are more than can be
 * counted, some are forgotten. Each instance counts for itself. Safe for use by many threads.
 */
public final class SourceThrottle {
    private static final int NETWORKS_OF_A_SITE = 10;
    private static final int SITE_DIGITS = 12;

    /** How sources that are networks of 64 bits are written. */
    private static final Pattern NETWORK = Pattern.compile("[0-9a-f]{16}");

    private final int perMinute;
    private final InstantSource clock;
    private final Instant origin;
    private final SourceCounts counts = new SourceCounts();

    /** @param perMinute of a source, after which it is turned away; 0 for never */
    public SourceThrottle(int perMinute, InstantSource clock) {
        if (perMinute < 0) {
            throw new IllegalArgumentException("perMinute must not be negative");
        }
        this.perMinute = perMinute;
        this.clock = Objects.requireNonNull(clock, "clock");
        this.origin = clock.instant();
    }

    /** Whether the source has had as many as it may, in the current minute of its own, or its site has. */
    public boolean isClosedTo(String source) {
        if (perMinute == 0) {
            return false;
        }
        long now = now();
        return counts.of(source, now) >= perMinute
                || site(source)
                        .filter(site -> counts.of(site, now) >= mostOfASite())
                        .isPresent();
    }

    /** Counts one of the source. What is beyond its own share does not count for its site: no network closes that alone. */
    public void count(String source) {
        if (perMinute == 0) {
            return;
        }
        long now = now();
        if (counts.add(source, now) <= perMinute) {
            site(source).ifPresent(site -> counts.add(site, now));
        }
    }

    private long mostOfASite() {
        return (long) NETWORKS_OF_A_SITE * perMinute;
    }

    private long now() {
        return Duration.between(origin, clock.instant()).toNanos();
    }

    private static Optional<String> site(String source) {
        return NETWORK.matcher(source).matches() ? Optional.of(source.substring(0, SITE_DIGITS)) : Optional.empty();
    }
}
