package io.github.auraauth.usecase.terms;

import io.github.auraauth.domain.terms.ChangeOutcome;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.terms.UpdateTermsStatus;
import io.github.auraauth.port.out.terms.TermsStore;
import java.time.InstantSource;
import java.util.Objects;

/** Changes a status by the store's one atomic answer. */
public final class TermsStatusUpdate implements UpdateTermsStatus {
    private final TermsStore store;
    private final InstantSource clock;

    public TermsStatusUpdate(TermsStore store, InstantSource clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public ChangeOutcome update(
            TermsUserId userId, Terms terms, TermsStatus status, TermsCaller caller, Deadline deadline) {
        return store.change(userId, terms, status, caller.at(clock.instant()), deadline);
    }
}
