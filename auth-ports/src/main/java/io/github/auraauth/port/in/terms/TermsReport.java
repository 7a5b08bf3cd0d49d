package io.github.auraauth.port.in.terms;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.terms.LatestAcceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import java.time.Instant;

/**
 * The report of who has accepted which terms, for accounts with {@code list_terms}. Safe for use by many threads; throws
 * {@link io.github.auraauth.port.Outage} when the store is away or too slow.
 */
public interface TermsReport {

    /**
     * A part of all users who have a record of a service, by rising user_id.
     *
     * @param required the service and the version that is needed
     */
    Outcome<Page<Line>> list(Terms required, PageRequest page, Actor actor, Deadline deadline);

    /**
     * A user of the service.
     *
     * @param changedAt when the newest of their records came to be
     */
    record Line(TermsUserId userId, LatestAcceptance latest, Instant changedAt) {
        public Line {
            requireNonNull(userId, "userId");
            requireNonNull(latest, "latest");
            requireNonNull(changedAt, "changedAt");
        }
    }
}
