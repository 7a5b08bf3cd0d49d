package io.github.auraauth.port.out.removal;

import io.github.auraauth.domain.removal.HashedAuraId;
import io.github.auraauth.domain.removal.RemovalEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;
import java.util.List;

/**
 * The log by which every instance learns of removals and renewals. Its numbers have no gap, and no line appears below
 * one already seen, whatever runs at once. Safe for use by many threads and processes; {@link Outage} and null arguments
 * as in {@link UserStore}.
 */
public interface RemovalLog {

    /** Appends an opening line and returns it with its number; durable when it returns. */
    RemovalEntry open(HashedAuraId auraId, Instant at, Deadline deadline);

    /** Appends the closing line of an opening one; closing twice appends two lines, which is harmless. */
    RemovalEntry close(RemovalEntry opening, Instant at, Deadline deadline);

    /** Lines beyond {@code seq} by rising number, {@code most} at most, as last acknowledged. */
    List<RemovalEntry> after(long seq, int most, Deadline deadline);

    /** Forgets the lines before {@code time}, but never the newest line. */
    void forgetBefore(Instant time, Deadline deadline);
}
