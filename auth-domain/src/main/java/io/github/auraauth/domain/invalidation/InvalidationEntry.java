package io.github.auraauth.domain.invalidation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One line of the invalidation log. A change of a user's row that caches must not outlive writes an opening line before
 * and a closing line after.
 *
 * @param seq place in the log, from 1 on, without gaps
 * @param opening for a closing line the seq of its opening one, for an opening line 0
 * @param at to the millisecond
 */
public record InvalidationEntry(long seq, HashedAuraId auraId, long opening, Instant at) {
    public InvalidationEntry {
        requireNonNull(auraId, "auraId");
        at = at.truncatedTo(ChronoUnit.MILLIS);
        if (seq < 1 || opening < 0 || opening >= seq) {
            throw new IllegalArgumentException("seq must be positive and beyond opening");
        }
    }

    /** Whether this line closes an earlier one. */
    public boolean closes() {
        return opening > 0;
    }
}
