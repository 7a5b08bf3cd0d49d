package io.github.auraauth.usecase.authtoken;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.account.AccountStore.InsertOutcome;
import io.github.auraauth.port.out.account.AccountStore.UpdateOutcome;
import io.github.auraauth.port.out.account.SuperuserRoster;
import io.github.auraauth.port.out.permission.GroupStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** The accounts of listed tokens: made where there are none, and given what their lines say. */
public final class ListedAccounts {
    private static final int ATTEMPTS = 20;

    private final AccountStore accounts;
    private final SuperuserRoster superusers;
    private final GroupStore groups;
    private final InstantSource clock;
    private final SecureRandom random;

    public ListedAccounts(
            AccountStore accounts,
            SuperuserRoster superusers,
            GroupStore groups,
            InstantSource clock,
            SecureRandom random) {
        this.accounts = accounts;
        this.superusers = superusers;
        this.groups = groups;
        this.clock = clock;
        this.random = random;
    }

    Optional<Account> find(Username username, Deadline deadline) {
        return accounts.findByUsername(username, deadline);
    }

    /** Whether there is such an account, under another name, and not about to be erased. */
    boolean isOther(AccountId id, Username username, Deadline deadline) {
        return accounts.find(id, deadline)
                .filter(account -> account.state() != AccountState.ERASING)
                .filter(account -> !account.username().equals(username))
                .isPresent();
    }

    /** Whether the list may give the permissions: the account was listed, or has them by itself, a group or as a superuser. */
    boolean mayCarry(Account account, Set<Permission> permissions, Deadline deadline) {
        return isListed(account)
                || AccountDetails.rights(
                                account,
                                superusers.members(deadline).contains(account.id()),
                                groups.find(account.rights().groups(), deadline))
                        .hasAll(permissions);
    }

    /** The account of that name, made if there is none; one that was listed has exactly the permissions afterwards. */
    Account grant(Username username, Set<Permission> permissions, Deadline deadline) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Account> granted = accounts.findByUsername(username, deadline)
                    .map(account -> granted(account, permissions, deadline))
                    .orElseGet(() -> made(username, permissions, deadline));
            if (granted.isPresent()) {
                return granted.get();
            }
        }
        throw new Outage.Contended("accounts");
    }

    /** Takes its permissions from an account that was listed and is no more; its state and groups stay. */
    void revokeAll(AccountId id, Deadline deadline) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Account> account = accounts.find(id, deadline).filter(ListedAccounts::isListed);
            if (account.isEmpty() || granted(account.get(), Set.of(), deadline).isPresent()) {
                return;
            }
        }
        throw new Outage.Contended("accounts");
    }

    private static boolean isListed(Account account) {
        return account.origin().method() == AccountOrigin.CreationMethod.LISTED;
    }

    /** Empty where another was faster. */
    private Optional<Account> made(Username username, Set<Permission> permissions, Deadline deadline) {
        Account account = Account.create(
                AccountId.random(random),
                username,
                Profile.EMPTY,
                new GivenRights(false, Set.of(), permissions),
                AccountOrigin.of(AccountOrigin.CreationMethod.LISTED, clock.instant()));
        return accounts.insert(account, deadline) == InsertOutcome.INSERTED ? Optional.of(account) : Optional.empty();
    }

    /** Empty where another was faster. */
    private Optional<Account> granted(Account account, Set<Permission> permissions, Deadline deadline) {
        GivenRights rights = account.rights();
        boolean same = rights.permissions().equals(permissions);
        if (!isListed(account) || same || account.state() == AccountState.ERASING) {
            return Optional.of(account);
        }
        Account changed = account.with(new GivenRights(rights.staff(), rights.groups(), permissions));
        return accounts.update(changed, deadline) == UpdateOutcome.UPDATED ? Optional.of(changed) : Optional.empty();
    }
}
