package io.github.auraauth.usecase.terms;

import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.terms.RemoveTerms;
import io.github.auraauth.port.out.terms.TermsStore;
import java.time.InstantSource;
import java.util.Objects;

/** Removes a user's records and says so in their history. */
public final class TermsRemoval implements RemoveTerms {
    private final TermsStore store;
    private final InstantSource clock;

    public TermsRemoval(TermsStore store, InstantSource clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public void removeAll(TermsUserId userId, TermsCaller caller, Deadline deadline) {
        store.removeAll(userId, caller.at(clock.instant()), deadline);
    }
}
