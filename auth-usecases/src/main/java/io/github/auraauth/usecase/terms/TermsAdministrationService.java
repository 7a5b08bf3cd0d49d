package io.github.auraauth.usecase.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.LatestAcceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsChange;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.terms.TermsAdministration;
import io.github.auraauth.port.out.terms.TermsDirectory;
import io.github.auraauth.port.out.terms.TermsHistory;
import io.github.auraauth.port.out.terms.TermsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Reads the records of terms and their history, from three views of the same store. */
public final class TermsAdministrationService implements TermsAdministration {
    private final TermsDirectory directory;
    private final TermsStore store;
    private final TermsHistory history;

    public TermsAdministrationService(TermsDirectory directory, TermsStore store, TermsHistory history) {
        this.directory = Objects.requireNonNull(directory, "directory");
        this.store = Objects.requireNonNull(store, "store");
        this.history = Objects.requireNonNull(history, "history");
    }

    /** Holds the records of one user at a time. */
    @Override
    public void report(Terms required, BiConsumer<TermsUserId, LatestAcceptance> each, Deadline deadline) {
        List<Acceptance> ofOne = new ArrayList<>();
        Runnable judge = () -> {
            if (!ofOne.isEmpty()) {
                each.accept(ofOne.get(0).userId(), LatestAcceptance.of(ofOne, required.version()));
                ofOne.clear();
            }
        };
        directory.visit(
                required.name(),
                record -> {
                    if (!ofOne.isEmpty() && !ofOne.get(0).userId().equals(record.userId())) {
                        judge.run();
                    }
                    ofOne.add(record);
                },
                deadline);
        judge.run();
    }

    @Override
    public List<Acceptance> findAll(TermsUserId userId, Deadline deadline) {
        return store.findAll(userId, deadline);
    }

    @Override
    public List<TermsChange> history(TermsUserId userId, Deadline deadline) {
        return history.find(userId, deadline);
    }
}
