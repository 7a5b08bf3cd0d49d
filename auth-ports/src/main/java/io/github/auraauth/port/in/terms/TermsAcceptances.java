package io.github.auraauth.port.in.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ChangeOutcome;
import io.github.auraauth.domain.terms.LatestAcceptance;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import java.util.List;
import java.util.Optional;

/**
 * Users' records of terms and conditions, as the services that ask for acceptances see them. Safe for use by many threads.
 */
public interface TermsAcceptances {

    /**
     * Accepts terms for a user. The accepted record: a new one, the one that was accepted before, or the one that had
     * another status, which keeps its {@code createdAt}. However many accept at once, there is one record and one answer.
     *
     * @throws io.github.auraauth.port.Outage when the store is away, contended or too slow
     */
    Acceptance accept(TermsUserId userId, Terms terms, TermsCaller caller, Deadline deadline);

    /**
     * Creates a user's record of terms with a status that the caller gives. The record with that status, new or there
     * before; empty when there is one with another status, which stays as it is.
     *
     * @throws io.github.auraauth.port.Outage when the store is away, contended or too slow
     */
    Optional<Acceptance> register(
            TermsUserId userId, Terms terms, TermsStatus status, TermsCaller caller, Deadline deadline);

    /**
     * Gives a user's record of terms another status, unless it is accepted, which is final.
     *
     * @throws io.github.auraauth.port.Outage when the store is away, contended or too slow
     */
    ChangeOutcome update(TermsUserId userId, Terms terms, TermsStatus status, TermsCaller caller, Deadline deadline);

    /**
     * Removes all records of a user; their history stays, with a line for each.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow; some may then be gone
     */
    void removeAll(TermsUserId userId, TermsCaller caller, Deadline deadline);

    /**
     * The record of those terms as last acknowledged, whatever its status.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow
     */
    Optional<Acceptance> find(TermsUserId userId, Terms terms, Deadline deadline);

    /**
     * Every record of that user as last acknowledged, newest first; empty when there is none.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow
     */
    List<Acceptance> findAll(TermsUserId userId, Deadline deadline);

    /**
     * The version that a user has accepted last of a service, and whether that is enough.
     *
     * @param required the service and the version that is needed
     * @throws io.github.auraauth.port.Outage when the store is away or too slow
     */
    LatestAcceptance findLatest(TermsUserId userId, Terms required, Deadline deadline);
}
