package io.github.auraauth.app.probe;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.usecase.revocation.RevocationLogFollower;

/** Reports whether the revocations are known well enough: without them no key can be taken. */
public record RevocationProbe(RevocationLogFollower revocations) implements DependencyProbe {
    @Override
    public String name() {
        return "revocations";
    }

    @Override
    public boolean isNeeded() {
        return true;
    }

    @Override
    public boolean answers(Deadline deadline) {
        return revocations.isCurrent();
    }
}
