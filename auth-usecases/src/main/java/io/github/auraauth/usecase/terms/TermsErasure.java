package io.github.auraauth.usecase.terms;

import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.terms.TermsHistory;
import io.github.auraauth.usecase.erasure.ErasureStep;
import java.util.Objects;

/** Erases a person's records of terms and their history, under each of the person's identifiers. */
public final class TermsErasure implements ErasureStep {
    private final TermsHistory history;

    public TermsErasure(TermsHistory history) {
        this.history = Objects.requireNonNull(history, "history");
    }

    @Override
    public long erase(Erasure erasure, Deadline deadline) {
        return history.erase(erasure.identifiers(), deadline);
    }
}
