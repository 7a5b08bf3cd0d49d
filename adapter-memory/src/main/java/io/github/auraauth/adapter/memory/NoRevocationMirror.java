package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import java.util.Optional;

/** Where there is no mirror: it is always absent, and what is offered is let go. */
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
}
