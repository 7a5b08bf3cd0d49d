package io.github.auraauth.usecase.activity;

import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.activity.AuditSealer;
import io.github.auraauth.domain.activity.ChainAnchor;
import io.github.auraauth.domain.activity.ChainFault;
import io.github.auraauth.domain.activity.ChainFault.Kind;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.domain.activity.EntryId;
import io.github.auraauth.port.in.activity.AuditTrail.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One run through all chains, an entry at a time. For one thread. */
final class TrailVerification {
    private static final int MOST_TOLD = 1_000;

    private final Map<String, ChainAnchor> anchors;
    private final Map<String, List<ChainHead>> heads = new TreeMap<>();
    private final AuditSealer sealer;
    private final Instant unsealedUntil;
    private final List<ChainFault> faults = new ArrayList<>();
    private Optional<ChainVerifier> current = Optional.empty();
    private String instance = "";
    private long chains;
    private long entries;
    private long faultCount;

    TrailVerification(
            Collection<ChainAnchor> known, Collection<ChainHead> kept, AuditSealer sealer, Instant unsealedUntil) {
        this.anchors = new TreeMap<>(byInstance(known));
        kept.forEach(head -> heads.computeIfAbsent(head.instance(), each -> new ArrayList<>())
                .add(head));
        this.sealer = sealer;
        this.unsealedUntil = unsealedUntil;
    }

    private static Map<String, ChainAnchor> byInstance(Collection<ChainAnchor> anchors) {
        Map<String, ChainAnchor> byInstance = new HashMap<>();
        anchors.forEach(anchor -> byInstance.put(anchor.head().instance(), anchor));
        return byInstance;
    }

    void accept(AuditEntry entry) {
        entries++;
        Optional<EntryId> place = EntryId.parse(entry.id());
        if (place.isEmpty()) {
            tell(new ChainFault(entry.id(), 0, 0, Kind.ALTERED));
            return;
        }
        if (current.isEmpty() || !place.get().instance().equals(instance)) {
            endChain();
            begin(place.get().instance());
        }
        current.orElseThrow().accept(place.get(), entry);
    }

    /** @param now anchors, which a sweep may have moved since the run began: what it removed is not missing */
    Verification end(Collection<ChainAnchor> now) {
        endChain();
        List.copyOf(anchors.keySet()).forEach(this::withoutEntries);
        List.copyOf(heads.keySet()).forEach(this::withoutEntries);
        Map<String, ChainAnchor> moved = byInstance(now);
        List<ChainFault> left = faults.stream()
                .filter(fault -> fault.kind() != Kind.MISSING || !isRemoved(fault, moved))
                .toList();
        return new Verification(chains, entries, left, faultCount - (faults.size() - left.size()));
    }

    private boolean isRemoved(ChainFault fault, Map<String, ChainAnchor> moved) {
        return Optional.ofNullable(moved.get(fault.instance()))
                .filter(sealer::isGood)
                .filter(anchor -> anchor.head().number() >= fault.last())
                .isPresent();
    }

    private void withoutEntries(String name) {
        begin(name);
        endChain();
    }

    private void begin(String name) {
        instance = name;
        chains++;
        ChainVerifier chain = new ChainVerifier(name, Optional.ofNullable(anchors.remove(name)), sealer, unsealedUntil);
        Optional.ofNullable(heads.remove(name)).ifPresent(kept -> kept.forEach(chain::expect));
        current = Optional.of(chain);
    }

    private void endChain() {
        current.ifPresent(chain -> chain.end().forEach(this::tell));
        current = Optional.empty();
    }

    private void tell(ChainFault fault) {
        faultCount++;
        if (faults.size() < MOST_TOLD) {
            faults.add(fault);
        }
    }
}
