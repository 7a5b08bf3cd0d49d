package io.github.auraauth.port.out.account;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.Set;

/**
 * The active superusers: being listed here is what makes one. Once there was one there is always one. Safe for use by many
 * threads and processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface SuperuserRoster {

    /** All of them, as last acknowledged; empty before the first. */
    Set<AccountId> members(Deadline deadline);

    /** Adds one; does nothing when it is there. Durable when it returns. */
    void add(AccountId id, Deadline deadline);

    /** Takes one out, unless it is the only one; of any number of callers at once, one stays. */
    RemoveOutcome remove(AccountId id, Deadline deadline);

    /** What came of a removal. */
    enum RemoveOutcome {
        REMOVED,
        /** It is the last one and was left. */
        LAST,
        ABSENT
    }
}
