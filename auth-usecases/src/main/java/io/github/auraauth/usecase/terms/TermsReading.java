package io.github.auraauth.usecase.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.terms.ReadTerms;
import io.github.auraauth.port.out.terms.TermsStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads from the store; there is no cache of terms. */
public final class TermsReading implements ReadTerms {
    private final TermsStore store;

    public TermsReading(TermsStore store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    @Override
    public Optional<Acceptance> read(TermsUserId userId, Terms terms, Deadline deadline) {
        return store.find(userId, terms, deadline);
    }

    @Override
    public List<Acceptance> readAll(TermsUserId userId, Deadline deadline) {
        return store.findAll(userId, deadline);
    }
}
