package io.github.auraauth.port.in.terms;

import io.github.auraauth.domain.terms.LatestAcceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import java.util.function.BiConsumer;

/** Reports how everybody stands to a version of a service's terms. */
public interface ReportTerms {

    /**
     * Gives every user who has a record of the service to {@code each}, by rising user_id.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow; some were given by then
     */
    void report(Terms required, BiConsumer<TermsUserId, LatestAcceptance> each, Deadline deadline);
}
