package io.github.auraauth.usecase;

import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import java.util.Optional;

/** A mirror of revocations that can be away, slow, behind and lost. */
public final class WatchedMirror implements RevocationMirror {
    /** What it holds; it is offered a copy, and takes any. */
    public volatile Optional<Revocations> copy = Optional.empty();

    /** What else happens while it is asked for its version. */
    public volatile Runnable meanwhile = () -> {};

    private final Dependencies dependencies;

    public WatchedMirror(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public Optional<Revocations> read(Deadline deadline) {
        dependencies.ask("read", deadline);
        return copy;
    }

    @Override
    public Optional<Long> version(Deadline deadline) {
        dependencies.ask("version", deadline);
        meanwhile.run();
        return copy.map(Revocations::version);
    }

    @Override
    public void offer(Revocations all, Deadline deadline) {
        dependencies.ask("offer", deadline);
        copy = Optional.of(all);
    }

    @Override
    public void replace(long version, Revocations all, Deadline deadline) {
        dependencies.ask("replace", deadline);
        copy = copy.map(held -> held.version() == version ? all : held);
    }
}
