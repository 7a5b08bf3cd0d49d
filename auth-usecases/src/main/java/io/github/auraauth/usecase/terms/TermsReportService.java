package io.github.auraauth.usecase.terms;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.LatestAcceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.terms.TermsReport;
import io.github.auraauth.port.out.terms.TermsDirectory;
import io.github.auraauth.usecase.paging.Paging;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The report of who has accepted which terms, over the directory of all records. */
public final class TermsReportService implements TermsReport {
    private static final Paging<TermsUserId, List<Acceptance>> PAGING =
            new Paging<>(ofOne -> ofOne.get(0).userId(), TermsUserId::value, TermsUserId::parse);

    private final TermsDirectory directory;

    public TermsReportService(TermsDirectory directory) {
        this.directory = Objects.requireNonNull(directory, "directory");
    }

    @Override
    public Outcome<Page<Line>> list(Terms required, PageRequest page, Actor actor, Deadline deadline) {
        if (!actor.has(OwnPermissions.LIST_TERMS)) {
            return Outcome.refused(Reason.FORBIDDEN);
        }
        return PAGING.page(page, (place, most) -> directory.page(required.name(), place, most, deadline), most -> 0)
                .map(found -> found.showing(found.results().stream()
                        .map(ofOne -> line(ofOne, required))
                        .toList()));
    }

    private static Line line(List<Acceptance> ofOne, Terms required) {
        Instant newest = ofOne.stream()
                .map(Acceptance::createdAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Line(ofOne.get(0).userId(), LatestAcceptance.of(ofOne, required.version()), newest);
    }
}
