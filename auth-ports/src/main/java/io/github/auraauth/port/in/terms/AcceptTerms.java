package io.github.auraauth.port.in.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;

/** Accepts terms for a user. */
public interface AcceptTerms {

    /**
     * The accepted record: a new one, the one that was accepted before, or the one that had another status, which keeps
     * its {@code createdAt}. However many accept at once, there is one record and one answer.
     *
     * @throws io.github.auraauth.port.Outage when the store is away, contended or too slow
     */
    Acceptance accept(TermsUserId userId, Terms terms, TermsCaller caller, Deadline deadline);
}
