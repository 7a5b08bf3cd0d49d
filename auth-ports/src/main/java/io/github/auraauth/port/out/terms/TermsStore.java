package io.github.auraauth.port.out.terms;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ChangeOutcome;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsStamp;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.List;
import java.util.Optional;

/**
 * Users' records of terms, one at most for each user and terms. Each change of a record is atomic, together with its
 * line in the {@link TermsHistory}: there is never one without the other, and a call that changes nothing leaves no line.
 * Safe for use by many threads and processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface TermsStore {

    /** Stores the record, if there is none of that user and terms; durable when it returns. */
    InsertOutcome insert(Acceptance record, TermsStamp stamp, Deadline deadline);

    /** Gives the record another status, unless it has that one already or is accepted; its creation stays. */
    ChangeOutcome change(TermsUserId userId, Terms terms, TermsStatus status, TermsStamp stamp, Deadline deadline);

    /** The record of that user and terms, as last acknowledged. */
    Optional<Acceptance> find(TermsUserId userId, Terms terms, Deadline deadline);

    /** Every record of that user, as last acknowledged: newest first, of the same time by name and version. */
    List<Acceptance> findAll(TermsUserId userId, Deadline deadline);

    /** Removes every record of that user, each with a line in the history; does nothing when there is none. */
    void removeAll(TermsUserId userId, TermsStamp stamp, Deadline deadline);

    /** What came of an insertion. */
    enum InsertOutcome {
        INSERTED,
        /** There is a record of that user and terms; nothing was stored. */
        PRESENT
    }
}
