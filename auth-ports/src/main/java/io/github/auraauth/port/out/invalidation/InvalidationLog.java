package io.github.auraauth.port.out.invalidation;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.InvalidationEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;
import java.util.List;

/**
 * The cache invalidation log: by it every instance learns which cached users are out of date, removed or renewed. Its
 * numbers have no gap, and no line appears below one already seen, whatever runs at once. Safe for use by many threads
 * and processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface InvalidationLog {

    /** Appends an opening line and returns it with its number; durable when it returns. */
    InvalidationEntry open(HashedAuraId auraId, Instant at, Deadline deadline);

    /** Appends the closing line of an opening one; closing twice appends two lines, which is harmless. */
    InvalidationEntry close(InvalidationEntry opening, Instant at, Deadline deadline);

    /** Lines beyond {@code seq} by rising number, {@code most} at most, as last acknowledged. */
    List<InvalidationEntry> after(long seq, int most, Deadline deadline);

    /** Forgets the lines before {@code time}, but never the newest line. */
    void forgetBefore(Instant time, Deadline deadline);
}
