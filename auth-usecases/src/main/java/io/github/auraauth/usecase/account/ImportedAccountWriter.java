package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.accountimport.ImportPlan.PlannedAccount;
import io.github.auraauth.domain.accountimport.ImportPlan.PlannedToken;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigester;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.account.AccountStore.InsertOutcome;
import io.github.auraauth.port.out.account.AccountStore.UpdateOutcome;
import io.github.auraauth.port.out.account.SuperuserRoster;
import io.github.auraauth.port.out.authtoken.AuthTokenStore;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Writes an imported account so that it is whole or not to be used: first the account, not active; then tokens and the place
 * among the superusers; at last its state. As long as that has not been written its revision is the first one, and another
 * import goes on with it.
 */
public final class ImportedAccountWriter {
    private static final AuthTokenName NAME = new AuthTokenName("imported");

    private final AccountStore accounts;
    private final AuthTokenStore tokens;
    private final SuperuserRoster superusers;
    private final AuthTokenDigester digester;
    private final ActivityRecorder activities;
    private final InstantSource clock;
    private final SecureRandom random;

    public ImportedAccountWriter(
            AccountStore accounts,
            AuthTokenStore tokens,
            SuperuserRoster superusers,
            AuthTokenDigester digester,
            ActivityRecorder activities,
            InstantSource clock,
            SecureRandom random) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.superusers = superusers;
        this.digester = digester;
        this.activities = activities;
        this.clock = clock;
        this.random = random;
    }

    /** Whether nothing of an import is left to do. */
    static boolean isFinished(Account account) {
        return account.origin().method() != AccountOrigin.CreationMethod.IMPORTED || account.revision() > 0;
    }

    /** Writes the account, or what is missing of it. */
    void write(PlannedAccount planned, Set<GroupId> groups, Actor actor, Deadline deadline) {
        Account account = accounts.findByUsername(planned.username(), deadline)
                .orElseGet(() -> inserted(unfinished(planned, groups), deadline));
        if (isFinished(account)) {
            return;
        }
        planned.tokens().forEach(token -> insert(token, account.id(), deadline));
        if (planned.isSuperuser()) {
            superusers.add(account.id(), deadline);
        }
        UpdateOutcome outcome = accounts.update(finished(account, planned), deadline);
        if (outcome == UpdateOutcome.UPDATED) {
            activities.note(Activity.Event.ACCOUNT_IMPORT, actor, Optional.of(account.id()), "", deadline);
        }
    }

    private Account unfinished(PlannedAccount planned, Set<GroupId> groups) {
        Instant joined = planned.times().dateJoined().orElseGet(clock::instant);
        return new Account(
                AccountId.random(random),
                0,
                planned.username(),
                planned.profile(),
                AccountState.DEACTIVATED,
                new GivenRights(planned.flags().staff(), groups, planned.permissions()),
                planned.password(),
                0,
                planned.times().lastLogin(),
                new AccountOrigin(AccountOrigin.CreationMethod.IMPORTED, joined, Optional.of(planned.subject())),
                SecondFactors.NONE);
    }

    /** Another import may be faster; then its account is gone on with. */
    private Account inserted(Account account, Deadline deadline) {
        return accounts.insert(account, deadline) == InsertOutcome.INSERTED
                ? account
                : accounts.findByUsername(account.username(), deadline)
                        .orElseThrow(() -> new Outage.Contended("accounts"));
    }

    private static Account finished(Account account, PlannedAccount planned) {
        return new Account(
                account.id(),
                account.revision(),
                account.username(),
                account.profile(),
                planned.flags().active() ? AccountState.ACTIVE : AccountState.DEACTIVATED,
                account.rights(),
                account.password(),
                account.epoch(),
                account.lastLogin(),
                account.origin(),
                account.secondFactors());
    }

    /** A key that is taken is this account's own, from an import that did not come to its end: others were looked for before. */
    private void insert(PlannedToken planned, AccountId owner, Deadline deadline) {
        Instant created = planned.created().orElseGet(clock::instant);
        AuthToken token = new AuthToken(
                AuthTokenId.random(random),
                NAME,
                owner,
                Optional.empty(),
                new AuthToken.Times(created, Optional.empty(), Optional.empty()),
                AuthToken.Source.IMPORTED,
                false);
        boolean inserted = tokens.insert(digester.digest(planned.secret()), token, deadline);
        boolean own = inserted
                || tokens.find(digester.digest(planned.secret()), deadline)
                        .filter(other -> other.account().equals(owner))
                        .isPresent();
        if (!own) {
            throw new Outage.Contended("auth tokens");
        }
    }
}
