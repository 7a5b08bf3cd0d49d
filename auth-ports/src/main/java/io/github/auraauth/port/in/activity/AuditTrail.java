package io.github.auraauth.port.in.activity;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.activity.ChainFault;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.port.Deadline;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The audit trail as auditors ask for it. Every method throws {@link io.github.auraauth.port.Outage} when the store is away. */
public interface AuditTrail {

    /**
     * Verifies every chain, also while instances write.
     *
     * @param heads that were kept elsewhere: the chains must still hold their entries
     * @param unsealedUntil entries up to then may be without a MAC, which a program wrote that made none
     */
    Verification verify(Collection<ChainHead> heads, Instant unsealedUntil, Deadline deadline);

    /** Gives the entries from that time on and before the other to {@code each}, chain by chain. */
    void export(Instant from, Instant to, Consumer<AuditEntry> each, Deadline deadline);

    /**
     * What a verification came to.
     *
     * @param faults the first 1000
     * @param faultCount of all faults
     */
    record Verification(long chains, long entries, List<ChainFault> faults, long faultCount) {
        public Verification {
            faults = List.copyOf(requireNonNull(faults, "faults"));
        }
    }
}
