package io.github.auraauth.port.in.activity;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import java.util.Optional;

/**
 * The activity of all accounts, with their names, for those who have {@code list_activity}. Safe for use by many
 * threads; throws {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface ActivityReview {

    /**
     * A part of all that was done, newest first.
     *
     * @param account by or to which it was done; absent for all
     */
    Outcome<Page<NamedActivity>> list(Optional<Username> account, PageRequest page, Actor actor, Deadline deadline);

    /**
     * Something that was done.
     *
     * @param actor name of the account that did it; absent where it was none, or is no more
     * @param account name of the account that it was done to; absent alike
     */
    record NamedActivity(Activity activity, Optional<Username> actor, Optional<Username> account) {
        public NamedActivity {
            requireNonNull(activity, "activity");
            requireNonNull(actor, "actor");
            requireNonNull(account, "account");
        }
    }
}
