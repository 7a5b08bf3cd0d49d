package io.github.auraauth.port.out.erasure;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The auraIds of erased persons, under their pseudonyms, for as long as a login state from before the erasure could
 * bring one back. Safe for use by many threads and processes; {@link Outage} and null arguments as in {@link
 * UserStore}.
 */
public interface ErasedAuraIds {
    /**
     * Notes that they were erased then, durable when it returns; of two notes of one the later counts.
     *
     * @param end from when on no state from before can be used, so that the note may be forgotten
     */
    void note(Set<HashedAuraId> auraIds, Instant erasedAt, Instant end, Deadline deadline);

    /** When the auraId was last erased, to the millisecond; empty when it was not, or that is forgotten. */
    Optional<Instant> erasedAt(HashedAuraId auraId, Deadline deadline);
}
