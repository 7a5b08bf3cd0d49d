package io.github.auraauth.port.in.erasure;

import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.port.Deadline;

/** Erases all that is stored of the person with a phone number, and of all users that share a userId with it. */
public interface EraseUsersByPhoneNumber {

    /**
     * @throws io.github.auraauth.port.Outage when the rows are not all gone by the deadline; the journal then holds
     *     the erasure and it is finished later
     */
    ErasureOutcome erase(PhoneNumber phoneNumber, Deadline deadline);

    /** What came of it. */
    enum ErasureOutcome {
        ERASED,
        /** There was neither a row nor an erasure under way. */
        NOTHING_STORED
    }
}
