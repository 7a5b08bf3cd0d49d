package io.github.auraauth.port.out.revocation;

import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.Optional;

/**
 * A copy of all revocations beside their log, read only while the log cannot be. Shared by all instances and safe for
 * use by many threads and processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface RevocationMirror {

    /** The copy; empty when there is none, or none that was written by this service. */
    Optional<Revocations> read(Deadline deadline);

    /** The copy's version, cheaper than the copy; empty where {@link #read} would be, or where only reading could tell. */
    Optional<Long> version(Deadline deadline);

    /** Puts the copy in the place of one of a lower version, or of none; leaves any other as it is. */
    void offer(Revocations all, Deadline deadline);

    /** Puts the copy in the place of one of exactly that version, whatever its own; leaves any other as it is. */
    void replace(long version, Revocations all, Deadline deadline);
}
