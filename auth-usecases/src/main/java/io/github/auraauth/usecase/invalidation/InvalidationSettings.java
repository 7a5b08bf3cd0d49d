package io.github.auraauth.usecase.invalidation;

import java.time.Duration;
import java.time.Instant;

/**
 * The settings of the caches that the invalidation log must know.
 *
 * @param longestCached the longest time that any value stays in any cache
 * @param isCacheShared whether instances share a cache, whose values may be from before a restore of the database
 */
public record InvalidationSettings(Duration longestCached, boolean isCacheShared) {
    private static final Duration MARGIN = Duration.ofMinutes(10);

    public InvalidationSettings {
        if (longestCached.isNegative() || longestCached.isZero()) {
            throw new IllegalArgumentException("longestCached must be positive");
        }
    }

    /** What was changed before that time is in no cached value, whatever clocks differ. */
    Instant outdated(Instant now) {
        return now.minus(longestCached).minus(MARGIN);
    }
}
