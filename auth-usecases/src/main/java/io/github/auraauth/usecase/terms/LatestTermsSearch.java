package io.github.auraauth.usecase.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.LatestAcceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.terms.FindLatestTerms;
import io.github.auraauth.port.out.terms.TermsStore;
import java.util.List;
import java.util.Objects;

/** Reads what the user has of the service and lets the domain compare. */
public final class LatestTermsSearch implements FindLatestTerms {
    private final TermsStore store;

    public LatestTermsSearch(TermsStore store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    @Override
    public LatestAcceptance findLatest(TermsUserId userId, Terms required, Deadline deadline) {
        List<Acceptance> records = store.findAll(userId, deadline).stream()
                .filter(record -> record.terms().name().equals(required.name()))
                .toList();
        return LatestAcceptance.of(records, required.version());
    }
}
