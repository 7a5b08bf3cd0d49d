package io.github.auraauth.usecase.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.LatestAcceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.terms.ReportTerms;
import io.github.auraauth.port.out.terms.TermsDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Looks through the records of a service and judges each user by his own; holds those of one user at a time. */
public final class TermsReporting implements ReportTerms {
    private final TermsDirectory directory;

    public TermsReporting(TermsDirectory directory) {
        this.directory = Objects.requireNonNull(directory, "directory");
    }

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
}
