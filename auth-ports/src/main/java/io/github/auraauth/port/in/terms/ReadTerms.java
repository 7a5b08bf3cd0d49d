package io.github.auraauth.port.in.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import java.util.List;
import java.util.Optional;

/** Reads a user's records of terms, as last acknowledged. */
public interface ReadTerms {

    /**
     * The record of those terms, whatever its status.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow
     */
    Optional<Acceptance> read(TermsUserId userId, Terms terms, Deadline deadline);

    /**
     * Every record, newest first; empty when there is none.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow
     */
    List<Acceptance> readAll(TermsUserId userId, Deadline deadline);
}
