package io.github.auraauth.port.in.activity;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import java.util.Optional;

/**
 * The activity of an account. Safe for use by many threads; throws {@link io.github.auraauth.port.Outage} when the store is away or too
 * slow.
 */
public interface ActivityTrail {

    /**
     * A part of all that was done, newest first; of what concerns one's own account without {@code list_activity}.
     *
     * @param account by or to which it was done; absent for all that may be seen
     */
    Outcome<Page<Activity>> list(Optional<AccountId> account, PageRequest page, Actor actor, Deadline deadline);
}
