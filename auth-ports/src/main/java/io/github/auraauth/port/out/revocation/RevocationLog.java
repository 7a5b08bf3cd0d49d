package io.github.auraauth.port.out.revocation;

import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.domain.revocation.RevocationEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.List;

/**
 * The log of revocations, from which no line is ever removed. Its numbers have no gap, and no line appears below one
 * already seen, whatever runs at once. Safe for use by many threads and processes; {@link Outage} and null arguments as
 * in {@link UserStore}.
 */
public interface RevocationLog {

    /** Appends a line and returns it with its number; durable when it returns. */
    RevocationEntry append(Revocation revocation, Deadline deadline);

    /** Lines beyond {@code seq} by rising number, {@code most} at most, as last acknowledged. */
    List<RevocationEntry> after(long seq, int most, Deadline deadline);
}
