package io.github.auraauth.port.in.terms;

import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;

/** Removes all records of a user; their history stays, with a line for each. */
public interface RemoveTerms {

    /** @throws io.github.auraauth.port.Outage when the store is away or too slow; some may then be gone */
    void removeAll(TermsUserId userId, TermsCaller caller, Deadline deadline);
}
