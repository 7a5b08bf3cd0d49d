package io.github.auraauth.port.out.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountFilter;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.List;

/**
 * Accounts in their order. Safe for use by many threads; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface AccountDirectory {

    /**
     * So many accounts, by rising user name, without those that are being erased. Characters outside the basic
     * plane stand where the store has them.
     *
     * @param place where they stand
     * @param most 1 or more
     */
    List<Account> page(AccountFilter filter, Keyset<Username> place, int most, Deadline deadline);

    /** How many there are, counted no further than {@code most}. */
    int count(AccountFilter filter, int most, Deadline deadline);

    /** Up to so many that are being erased, in any order. */
    List<AccountId> erasing(int most, Deadline deadline);
}
