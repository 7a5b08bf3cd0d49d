package io.github.auraauth.usecase.activity;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.activity.AuditSealer;
import io.github.auraauth.domain.activity.ChainAnchor;
import io.github.auraauth.domain.activity.ChainFault;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.domain.activity.EntryId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.activity.AuditChains;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Removes entries of the audit trail that are older than they are kept for, the oldest of each chain first, behind an anchor at
 * which verification goes on. What does not verify is removed too, but told, and counted in the anchor, so that nobody gets
 * rid of traces by letting them age.
 */
public final class AuditRetention {
    private static final int PAGE = 1_000;

    private final AuditChains chains;
    private final AuditSealer sealer;
    private final Duration time;
    private final InstantSource clock;
    private final Consumer<ChainFault> listener;

    /**
     * @param time that entries are kept for
     * @param listener told what is removed that does not verify
     */
    public AuditRetention(
            AuditChains chains, AuditSealer sealer, Duration time, InstantSource clock, Consumer<ChainFault> listener) {
        this.chains = requireNonNull(chains, "chains");
        this.sealer = requireNonNull(sealer, "sealer");
        this.time = requireNonNull(time, "time");
        this.clock = requireNonNull(clock, "clock");
        this.listener = requireNonNull(listener, "listener");
    }

    /** Removes what is too old; to be called now and then, on any number of instances. */
    public void sweep(Deadline deadline) {
        Instant end = clock.instant().minus(time);
        List<ChainAnchor> anchors = chains.anchors(deadline);
        anchors.stream()
                .filter(anchor -> sealer.isOld(anchor) && sealer.isGood(anchor))
                .forEach(anchor -> chains.save(sealer.anchor(anchor.head(), anchor.faults()), deadline));
        boolean removed = true;
        while (removed) {
            removed = false;
            for (String instance : chains.instancesBefore(end, PAGE, deadline)) {
                removed |= sweep(instance, end, deadline);
            }
        }
    }

    /** Whether anything was removed of that chain; an old entry behind a newer one stays until that is old too. */
    private boolean sweep(String instance, Instant end, Deadline deadline) {
        List<AuditEntry> old = chains.chain(instance, 0, PAGE, deadline).stream()
                .takeWhile(entry -> entry.at().isBefore(end))
                .filter(entry -> EntryId.parse(entry.id()).isPresent())
                .toList();
        if (old.isEmpty()) {
            return false;
        }
        Optional<ChainAnchor> anchor = chains.anchors(deadline).stream()
                .filter(each -> each.head().instance().equals(instance))
                .findAny();
        ChainVerifier verifier = new ChainVerifier(instance, anchor, sealer, Instant.MIN);
        old.forEach(entry -> verifier.accept(EntryId.parse(entry.id()).orElseThrow(), entry));
        List<ChainFault> faults = verifier.faults().stream()
                .filter(fault -> fault.kind() != ChainFault.Kind.REMOVED_UNVERIFIED)
                .toList();
        ChainHead last = last(old.get(old.size() - 1), anchor);
        chains.save(sealer.anchor(last, anchor.map(ChainAnchor::faults).orElse(0L) + faults.size()), deadline);
        faults.forEach(listener);
        chains.removeThrough(last, deadline);
        return true;
    }

    /** The last entry that is removed; the anchor's where a sweep that was cut short has left only entries before it. */
    private static ChainHead last(AuditEntry entry, Optional<ChainAnchor> anchor) {
        EntryId place = EntryId.parse(entry.id()).orElseThrow();
        return anchor.map(ChainAnchor::head)
                .filter(head -> head.number() >= place.number())
                .orElseGet(() -> new ChainHead(place.instance(), place.number(), entry.mac()));
    }
}
