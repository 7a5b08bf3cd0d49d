package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import java.util.Optional;

/** A mirror that is always absent and ignores what it is given, for a service without one. */
public final class NoRevocationMirror implements RevocationMirror {
    @Override
    public Optional<Revocations> read(Deadline deadline) {
        requireNonNull(deadline, "deadline");
        return Optional.empty();
    }

    @Override
    public Optional<Long> version(Deadline deadline) {
        requireNonNull(deadline, "deadline");
        return Optional.empty();
    }

    @Override
    public void offer(Revocations all, Deadline deadline) {
        requireNonNull(all, "all");
        requireNonNull(deadline, "deadline");
    }

    @Override
    public void replace(long version, Revocations all, Deadline deadline) {
        offer(all, deadline);
    }
}
