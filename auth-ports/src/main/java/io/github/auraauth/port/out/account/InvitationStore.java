package io.github.auraauth.port.out.account;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Invitation;
import io.github.auraauth.domain.account.InvitationDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.Optional;

/**
 * Invitations to set a password. Each call is atomic for one invitation and safe for use by many threads and processes;
 * {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface InvitationStore {

    /** Stores an invitation in the place of an earlier one of the same digest; durable when it returns. */
    void put(InvitationDigest digest, Invitation invitation, Deadline deadline);

    /** The invitation as last acknowledged; one that has ended may still be there, or be gone. */
    Optional<Invitation> find(InvitationDigest digest, Deadline deadline);

    /** Removes it: of any number of callers at once, one is told that it was there. */
    boolean take(InvitationDigest digest, Deadline deadline);

    /** Removes all of an account. */
    void deleteAll(AccountId account, Deadline deadline);
}
