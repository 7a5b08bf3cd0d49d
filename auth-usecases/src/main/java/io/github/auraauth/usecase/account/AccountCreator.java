package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.account.AccountStore.InsertOutcome;
import io.github.auraauth.port.out.account.SuperuserRoster;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Makes accounts, by the rules that their later changes keep to. Safe for use by many threads and processes. */
public final class AccountCreator {
    private final AccountStore accounts;
    private final SuperuserRoster roster;
    private final AccountChanger changer;
    private final InstantSource clock;
    private final SecureRandom random;

    public AccountCreator(
            AccountStore accounts,
            SuperuserRoster roster,
            AccountChanger changer,
            InstantSource clock,
            SecureRandom random) {
        this.accounts = accounts;
        this.roster = roster;
        this.changer = changer;
        this.clock = clock;
        this.random = random;
    }

    Outcome<Account> create(Username username, AccountChange wanted, Actor actor, Deadline deadline) {
        boolean active = wanted.active().orElse(true);
        boolean superuser = wanted.superuser().orElse(false);
        if (superuser && !active) {
            return Outcome.refused(Refusal.of(Reason.NOT_ACTIVE, "is_superuser"));
        }
        Account bare = Account.create(
                AccountId.random(random),
                username,
                wanted.of(Profile.EMPTY),
                GivenRights.NONE,
                AccountOrigin.of(AccountOrigin.CreationMethod.CREATED, clock.instant()));
        AccountDetails nothing = new AccountDetails(bare, List.of(), Rights.NONE, Set.of());
        return changer.decideNew(actor, nothing, wanted, deadline)
                .map(rights -> active ? bare.with(rights) : bare.with(rights).with(AccountState.DEACTIVATED))
                .then(account -> insert(account, superuser, deadline));
    }

    private Outcome<Account> insert(Account account, boolean superuser, Deadline deadline) {
        if (accounts.insert(account, deadline) == InsertOutcome.TAKEN) {
            return Outcome.refused(Refusal.of(Reason.TAKEN, "username"));
        }
        if (superuser) {
            roster.add(account.id(), deadline);
        }
        return Outcome.done(account);
    }
}
