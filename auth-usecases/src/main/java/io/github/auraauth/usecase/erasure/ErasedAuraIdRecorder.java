package io.github.auraauth.usecase.erasure;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.invalidation.AuraIdHasher;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.erasure.ErasedAuraIds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.stream.Collectors;

/** Records the auraIds of rows that are erased, so that a login that began before cannot restore one. */
public final class ErasedAuraIdRecorder {
    private final ErasedAuraIds erased;
    private final AuraIdHasher hasher;
    private final Duration memory;
    private final InstantSource clock;

    /** @param memory for how long a login that began before could still end: the longest life of a login state */
    public ErasedAuraIdRecorder(ErasedAuraIds erased, AuraIdHasher hasher, Duration memory, InstantSource clock) {
        this.erased = requireNonNull(erased, "erased");
        this.hasher = requireNonNull(hasher, "hasher");
        this.memory = requireNonNull(memory, "memory");
        this.clock = requireNonNull(clock, "clock");
    }

    /** A login has an auraId of our form; a row with another one cannot come back by it. */
    void note(Collection<UserRow> rows, Deadline deadline) {
        Instant now = clock.instant();
        erased.note(
                rows.stream()
                        .flatMap(row -> row.auraId().flatMap(AuraId::parse).stream())
                        .map(hasher::hash)
                        .collect(Collectors.toUnmodifiableSet()),
                now,
                now.plus(memory),
                deadline);
    }
}
