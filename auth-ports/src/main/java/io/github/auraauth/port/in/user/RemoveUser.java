package io.github.auraauth.port.in.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.port.Deadline;

/** Removes a user, so that no cache gives him back. */
public interface RemoveUser {

    /** @throws io.github.auraauth.port.Outage when the store is away or too slow; the row may then be gone or not */
    RemoveOutcome remove(AuraId auraId, Deadline deadline);
}
