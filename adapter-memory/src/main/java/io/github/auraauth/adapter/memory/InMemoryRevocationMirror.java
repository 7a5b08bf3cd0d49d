package io.github.auraauth.adapter.memory;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import java.util.Optional;

/** A copy of the revocations in the memory of one process: for tests, and for services that hold it on behalf of others. */
public final class InMemoryRevocationMirror implements RevocationMirror {
    private Optional<Revocations> copy = Optional.empty();

    @Override
    public synchronized Optional<Revocations> read(Deadline deadline) {
        Deadlines.check(deadline);
        return copy;
    }

    @Override
    public Optional<Long> version(Deadline deadline) {
        return read(deadline).map(Revocations::version);
    }

    @Override
    public synchronized void offer(Revocations all, Deadline deadline) {
        requireNonNull(all, "all");
        Deadlines.check(deadline);
        if (copy.filter(held -> held.version() >= all.version()).isEmpty()) {
            copy = Optional.of(all);
        }
    }

    @Override
    public synchronized void replace(long version, Revocations all, Deadline deadline) {
        requireNonNull(all, "all");
        Deadlines.check(deadline);
        if (copy.filter(held -> held.version() == version).isPresent()) {
            copy = Optional.of(all);
        }
    }
}
