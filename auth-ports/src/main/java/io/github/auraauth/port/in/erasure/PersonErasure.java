package io.github.auraauth.port.in.erasure;

import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.port.Deadline;

/** The erasure of persons, as services and administrators ask for it. Safe for use by many threads. */
public interface PersonErasure {

    /**
     * Erases all that is stored of the person with a phone number, and of all users that share a userId with one of theirs.
     *
     * @param begun is run once the journal holds the erasure, which is finished from then on whatever happens
     * @throws io.github.auraauth.port.Outage when the rows are not all gone by the deadline; where {@code begun} was run,
     *     the erasure is finished later
     */
    ErasureOutcome erase(PhoneNumber phoneNumber, Runnable begun, Deadline deadline);

    /** The result of an erasure. */
    enum ErasureOutcome {
        ERASED,
        /** There was neither a row nor an erasure under way. */
        NOTHING_STORED
    }
}
