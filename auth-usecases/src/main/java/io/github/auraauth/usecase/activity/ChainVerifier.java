package io.github.auraauth.usecase.activity;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.activity.AuditSealer;
import io.github.auraauth.domain.activity.ChainAnchor;
import io.github.auraauth.domain.activity.ChainFault;
import io.github.auraauth.domain.activity.ChainFault.Kind;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.domain.activity.EntryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Verifies one chain: is given its entries in the order of their ids, then told that there are no more. For one thread. */
final class ChainVerifier {
    private final String instance;
    private final AuditSealer sealer;
    private final Instant unsealedUntil;
    private final TreeMap<Long, String> heads = new TreeMap<>();
    private final List<ChainFault> faults = new ArrayList<>();
    private final long begin;
    private long last;
    private Optional<String> previous;
    private boolean sealed;

    /**
     * @param anchor where what is kept of the chain begins; absent for at its first entry
     * @param unsealedUntil entries up to then may be without a MAC
     */
    ChainVerifier(String instance, Optional<ChainAnchor> anchor, AuditSealer sealer, Instant unsealedUntil) {
        this.instance = requireNonNull(instance, "instance");
        this.sealer = requireNonNull(sealer, "sealer");
        this.unsealedUntil = requireNonNull(unsealedUntil, "unsealedUntil");
        this.begin = anchor.map(known -> known.head().number()).orElse(0L);
        this.last = begin;
        this.previous = Optional.of(anchor.map(known -> known.head().mac()).orElse(""));
        anchor.ifPresent(this::check);
    }

    private void check(ChainAnchor anchor) {
        if (!sealer.isGood(anchor)) {
            faults.add(new ChainFault(instance, begin, begin, Kind.ANCHOR));
        }
        if (anchor.faults() > 0) {
            faults.add(new ChainFault(instance, 1, begin, Kind.REMOVED_UNVERIFIED));
        }
    }

    /** Expects a head that somebody kept: the chain must still hold its entry, or have removed it because of its age. */
    void expect(ChainHead head) {
        heads.merge(head.number(), head.mac(), (one, other) -> one.equals(other) ? one : "");
        if (head.number() == begin && begin > 0 && !previous.equals(Optional.of(head.mac()))) {
            faults.add(new ChainFault(instance, begin, begin, Kind.REWRITTEN));
        }
    }

    /** Takes the next entry. */
    void accept(EntryId place, AuditEntry entry) {
        if (place.number() <= begin) {
            return; // behind the anchor: about to be removed
        }
        Optional<Kind> fault = sealer.fault(entry, place);
        if (fault.equals(Optional.of(Kind.UNSEALED)) && !sealed && !entry.at().isAfter(unsealedUntil)) {
            last = place.number();
            return;
        }
        sealed = true;
        if (place.number() > last + 1) {
            faults.add(new ChainFault(instance, last + 1, place.number() - 1, Kind.MISSING));
            previous = Optional.empty();
        }
        if (fault.isPresent()) {
            faults.add(ChainFault.at(place, fault.get()));
        } else if (previous.filter(mac -> !entry.seal().orElseThrow().previous().equals(mac))
                .isPresent()) {
            faults.add(ChainFault.at(place, Kind.UNLINKED));
        } else if (Optional.ofNullable(heads.get(place.number()))
                .filter(mac -> !mac.equals(entry.mac()))
                .isPresent()) {
            faults.add(ChainFault.at(place, Kind.REWRITTEN));
        }
        last = place.number();
        previous = fault.isPresent() ? Optional.empty() : Optional.of(entry.mac());
    }

    /** All that is wrong, once the last entry was taken. */
    List<ChainFault> end() {
        Map.Entry<Long, String> farthest = heads.lastEntry();
        if (farthest != null && farthest.getKey() > last) {
            faults.add(new ChainFault(instance, last + 1, farthest.getKey(), Kind.TAIL_CUT));
        }
        return faults();
    }

    /** What is wrong so far. */
    List<ChainFault> faults() {
        return List.copyOf(faults);
    }
}
