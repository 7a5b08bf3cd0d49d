package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.domain.erasure.ErasureCounts;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.erasure.ErasureJournal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Erasures under way in the memory of one process, gone with it: nothing is left to finish after a crash, since the
 * users in memory are gone too. Every call is atomic under one lock.
 */
public final class InMemoryErasureJournal implements ErasureJournal {
    private final Map<UUID, Erasure> unfinished = new LinkedHashMap<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private final InstantSource clock;
    private final KeyedDigest digest;

    /**
     * @param clock by which an erasure is finished
     * @param digest takes the place of the phone number in receipts
     */
    public InMemoryErasureJournal(InstantSource clock, KeyedDigest digest) {
        this.clock = requireNonNull(clock, "clock");
        this.digest = requireNonNull(digest, "digest");
    }

    @Override
    public void record(Erasure erasure, Deadline deadline) {
        requireNonNull(erasure, "erasure");
        Deadlines.check(deadline);
        synchronized (unfinished) {
            unfinished.put(erasure.id(), erasure);
        }
    }

    @Override
    public List<Erasure> unfinished(Deadline deadline) {
        Deadlines.check(deadline);
        synchronized (unfinished) {
            return unfinished.values().stream()
                    .sorted(Comparator.comparing(Erasure::begun))
                    .toList();
        }
    }

    @Override
    public void finish(UUID id, ErasureCounts counts, Deadline deadline) {
        requireNonNull(id, "id");
        requireNonNull(counts, "counts");
        Deadlines.check(deadline);
        synchronized (unfinished) {
            Erasure done = unfinished.remove(id);
            if (done != null) {
                String number = digest.hex(done.phoneNumber().value());
                receipts.add(new Receipt(id, number, counts, clock.instant()));
            }
        }
    }

    /** What is left of the finished erasures, in the order in which they were finished. */
    public List<Receipt> receipts() {
        synchronized (unfinished) {
            return List.copyOf(receipts);
        }
    }

    /**
     * What is left of a finished erasure.
     *
     * @param number keyed digest of the phone number
     */
    public record Receipt(UUID id, String number, ErasureCounts counts, Instant finished) {}
}
