package io.github.auraauth.usecase.activity;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.activity.AuditSealer;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.activity.AuditTrail;
import io.github.auraauth.port.out.activity.AuditChains;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;

/** The audit trail over its chains. */
public final class AuditTrailService implements AuditTrail {
    private final AuditChains chains;
    private final AuditSealer sealer;

    public AuditTrailService(AuditChains chains, AuditSealer sealer) {
        this.chains = requireNonNull(chains, "chains");
        this.sealer = requireNonNull(sealer, "sealer");
    }

    @Override
    public Verification verify(Collection<ChainHead> heads, Instant unsealedUntil, Deadline deadline) {
        var run = new TrailVerification(chains.anchors(deadline), heads, sealer, unsealedUntil);
        chains.visit(run::accept, deadline);
        return run.end(chains.anchors(deadline));
    }

    @Override
    public void export(Instant from, Instant to, Consumer<AuditEntry> each, Deadline deadline) {
        chains.visit(
                entry -> {
                    if (!entry.at().isBefore(from) && entry.at().isBefore(to)) {
                        each.accept(entry);
                    }
                },
                deadline);
    }
}
