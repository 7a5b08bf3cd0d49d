package io.github.auraauth.port.out.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;

/** The rows of {@link UserStore} for the persons whose they are. Safe for use by many threads and processes. */
public interface OwnedUsers {

    /**
     * Removes the row with that auraId, expired or not, if it is that person's at the moment of its removal; another's,
     * such as one that took its place meanwhile, counts as absent.
     *
     * @throws Outage when the store is away or the deadline passes
     */
    RemoveOutcome remove(AuraId auraId, UserId owner, Deadline deadline);
}
