package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.erasure.ErasedAuraIds;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The auraIds of erased persons in the memory of one process; every call is atomic under one lock. */
public final class InMemoryErasedAuraIds implements ErasedAuraIds {
    private final Map<HashedAuraId, Note> notes = new HashMap<>();
    private final InstantSource clock;

    /** @param clock by which notes expire */
    public InMemoryErasedAuraIds(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public void note(Set<HashedAuraId> auraIds, Instant erasedAt, Instant end, Deadline deadline) {
        requireNonNull(auraIds, "auraIds");
        Note note = new Note(
                requireNonNull(erasedAt, "erasedAt").truncatedTo(ChronoUnit.MILLIS), requireNonNull(end, "end"));
        Deadlines.check(deadline);
        Instant now = clock.instant();
        synchronized (notes) {
            notes.values().removeIf(past -> !now.isBefore(past.end));
            auraIds.forEach(auraId -> notes.merge(auraId, note, Note::later));
        }
    }

    @Override
    public Optional<Instant> erasedAt(HashedAuraId auraId, Deadline deadline) {
        requireNonNull(auraId, "auraId");
        Deadlines.check(deadline);
        synchronized (notes) {
            return Optional.ofNullable(notes.get(auraId)).map(Note::erasedAt);
        }
    }

    private record Note(Instant erasedAt, Instant end) {
        Note later(Note other) {
            return new Note(
                    erasedAt.isAfter(other.erasedAt) ? erasedAt : other.erasedAt,
                    end.isAfter(other.end) ? end : other.end);
        }
    }
}
