package io.github.auraauth.adapter.mongo.backup;

import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.AuraIdHasher;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.Segment;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The invalidation log as a restore uses it: whose rows were changed of late, and the epochs that it begins. */
final class ChangedUsers {
    private final InvalidationLog log;
    private final AuraIdHasher hasher;
    private final Supplier<Epoch> epochs;
    private final Set<Long> fingerprints = new HashSet<>();
    private final Map<String, Long> readTo = new HashMap<>();

    /** @param epochs gives another one each time */
    ChangedUsers(InvalidationLog log, AuraIdHasher hasher, Supplier<Epoch> epochs) {
        this.log = log;
        this.hasher = hasher;
        this.epochs = epochs;
    }

    /** Reads what is new; what was read once is not forgotten. */
    void refresh(Deadline deadline) {
        for (ActiveSegment active : log.read(deadline).writers()) {
            long from = readTo.getOrDefault(active.writer(), active.oldest());
            long to = active.segment().index();
            for (long next = from; next < to; next += InvalidationLog.MOST_SEGMENTS) {
                long end = Math.min(to, next + InvalidationLog.MOST_SEGMENTS);
                log.sealed(active.writer(), next, end, deadline).forEach(this::add);
            }
            readTo.put(active.writer(), to);
            add(active.segment());
        }
    }

    private void add(Segment segment) {
        fingerprints.addAll(segment.fingerprints());
    }

    /** Whether a row under that auraId was removed or renewed as far back as the log goes. */
    boolean contains(String auraId) {
        return AuraId.parse(auraId)
                .filter(id -> fingerprints.contains(hasher.hash(id).fingerprint()))
                .isPresent();
    }

    /** Begins another epoch, so that within a second no cached value from before is believed by any instance. */
    void beginEpoch(Deadline deadline) {
        boolean begun = false;
        while (!begun) {
            begun = log.replaceEpoch(log.read(deadline).epoch(), epochs.get(), deadline);
        }
    }
}
