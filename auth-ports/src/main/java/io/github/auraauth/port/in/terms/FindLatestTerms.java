package io.github.auraauth.port.in.terms;

import io.github.auraauth.domain.terms.LatestAcceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;

/** Finds what a user has accepted last of a service, and whether that is enough. */
public interface FindLatestTerms {

    /**
     * @param required the service and the version that is needed
     * @throws io.github.auraauth.port.Outage when the store is away or too slow
     */
    LatestAcceptance findLatest(TermsUserId userId, Terms required, Deadline deadline);
}
