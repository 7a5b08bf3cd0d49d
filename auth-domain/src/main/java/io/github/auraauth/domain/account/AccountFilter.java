package io.github.auraauth.domain.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.permission.GroupId;
import java.util.Optional;

/**
 * Which accounts are asked for; what is absent lets all through.
 *
 * @param active whether they are
 * @param staff whether administration is open to them
 * @param group that they are in
 */
public record AccountFilter(Optional<Boolean> active, Optional<Boolean> staff, Optional<GroupId> group) {
    /** All of them. */
    public static final AccountFilter ALL = new AccountFilter(Optional.empty(), Optional.empty(), Optional.empty());

    public AccountFilter {
        requireNonNull(active, "active");
        requireNonNull(staff, "staff");
        requireNonNull(group, "group");
    }

    /** Whether the account is one of them. */
    public boolean admits(Account account) {
        return active.filter(wanted -> wanted != account.isActive()).isEmpty()
                && staff.filter(wanted -> wanted != account.rights().staff()).isEmpty()
                && group.filter(wanted -> !account.rights().groups().contains(wanted))
                        .isEmpty();
    }
}
