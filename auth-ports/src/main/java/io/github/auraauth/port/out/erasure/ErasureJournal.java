package io.github.auraauth.port.out.erasure;

import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.domain.erasure.ErasureCounts;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.List;
import java.util.UUID;

/**
 * Erasures under way, so that one that was begun is finished, also after a crash. Identifiers lie there enciphered or
 * not at all once finished. Safe for use by many threads and processes; {@link Outage} and null arguments as in
 * {@link UserStore}.
 */
public interface ErasureJournal {

    /** Writes the erasure, or writes it anew under its id; durable when it returns. */
    void record(Erasure erasure, Deadline deadline);

    /** Every erasure that is not finished, oldest first. */
    List<Erasure> unfinished(Deadline deadline);

    /**
     * Marks it finished: identifiers are dropped and a receipt stays, with the counts and the number's keyed digest.
     * Finishing one that is finished or unknown does nothing.
     */
    void finish(UUID id, ErasureCounts counts, Deadline deadline);
}
