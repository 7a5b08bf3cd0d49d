package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.AccountRules;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.account.LoginLocks;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.util.Optional;

/** The locks on the logins of accounts, and their end. */
public final class LoginLockService implements LoginLocks {
    private final Accounts accounts;
    private final GuessingGuard guard;
    private final ActivityRecorder activity;

    public LoginLockService(Accounts accounts, GuessingGuard guard, ActivityRecorder activity) {
        this.accounts = accounts;
        this.guard = guard;
        this.activity = activity;
    }

    @Override
    public Outcome<LoginLock> find(Username username, Actor actor, Deadline deadline) {
        return accounts.find(username, actor, deadline).map(found -> guard.lock(username.value(), deadline));
    }

    @Override
    public Outcome<Username> unlock(Username username, Actor actor, Deadline deadline) {
        return accounts.find(username, actor, deadline).then(found -> {
            Optional<Refusal> fault = AccountRules.ofTakingOver(actor, found.rights(), OwnPermissions.UPDATE_ACCOUNT);
            if (fault.isPresent()) {
                return Outcome.refused(fault.get());
            }
            guard.unlock(username.value(), Optional.empty(), deadline);
            activity.note(Event.ACCOUNT_UNLOCK, actor, found.account().id(), deadline);
            return Outcome.done(username);
        });
    }
}
