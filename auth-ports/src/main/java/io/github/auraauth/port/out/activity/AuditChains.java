package io.github.auraauth.port.out.activity;

import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.activity.ChainAnchor;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * The entries of an {@link ActivityLog} as chains, each of one instance, and where what is kept of each begins. Safe for use
 * by many threads and processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface AuditChains {

    /** Where each chain begins, in no order. */
    List<ChainAnchor> anchors(Deadline deadline);

    /** Stores where a chain begins, unless it is known to begin farther on; durable when it returns. */
    void save(ChainAnchor anchor, Deadline deadline);

    /** Gives every entry to {@code each}, by rising id, also one that was changed so that pages leave it out. */
    void visit(Consumer<AuditEntry> each, Deadline deadline);

    /**
     * Entries of a chain behind that number, by rising number.
     *
     * @param most 1 or more
     */
    List<AuditEntry> chain(String instance, long after, int most, Deadline deadline);

    /**
     * The instances of so many entries from before that time, the oldest ones, each once.
     *
     * @param most 1 or more
     */
    List<String> instancesBefore(Instant end, int most, Deadline deadline);

    /** Removes the entries of a chain up to and with that one; doing so again changes nothing. */
    void removeThrough(ChainHead last, Deadline deadline);
}
