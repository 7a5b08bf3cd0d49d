package io.github.auraauth.port.in.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Deadline;

/** Removes a user for the person whose he is, so that no cache gives him back; another's is never touched. */
public interface RemoveOwnUser {

    /**
     * Another person's user counts as absent.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow; the row may then be gone or not
     */
    RemoveOutcome remove(AuraId auraId, UserId owner, Deadline deadline);
}
