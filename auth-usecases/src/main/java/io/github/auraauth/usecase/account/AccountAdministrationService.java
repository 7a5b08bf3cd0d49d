package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.AccountAdministration;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.out.session.SessionStore;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.util.Optional;

/** The administration of accounts by the command line. */
public final class AccountAdministrationService implements AccountAdministration {
    private final Accounts accounts;
    private final PasswordSetter passwords;
    private final SessionStore sessions;
    private final GuessingGuard guard;
    private final ActivityRecorder activity;

    public AccountAdministrationService(
            Accounts accounts,
            PasswordSetter passwords,
            SessionStore sessions,
            GuessingGuard guard,
            ActivityRecorder activity) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.guard = guard;
        this.activity = activity;
    }

    @Override
    public Outcome<Username> replacePassword(Username username, Secret password, Actor actor, Deadline deadline) {
        return target(username, actor, deadline).then(account -> {
            Optional<Refusal> fault = passwords.fault(account, password);
            return fault.isPresent()
                    ? Outcome.refused(fault.get())
                    : replace(account, password, actor, deadline).map(Account::username);
        });
    }

    @Override
    public Outcome<Username> unlock(Username username, Optional<String> source, Actor actor, Deadline deadline) {
        return target(username, actor, deadline).map(account -> {
            guard.unlock(username.value(), source, deadline);
            activity.note(Event.ACCOUNT_UNLOCK, actor, account.id(), deadline);
            return username;
        });
    }

    private Outcome<Account> replace(Account account, Secret password, Actor actor, Deadline deadline) {
        return passwords
                .hash(password, deadline)
                .map(hash -> passwords.set(account.id(), hash, deadline))
                .orElseGet(() -> Outcome.refused(Reason.TOO_MANY))
                .map(changed -> {
                    sessions.deleteAll(changed.id(), deadline);
                    activity.note(Event.ACCOUNT_PASSWORD, actor, changed.id(), deadline);
                    return changed;
                });
    }

    /** The account, for a superuser at the command line. */
    private Outcome<Account> target(Username username, Actor actor, Deadline deadline) {
        boolean commandLine = actor.account().isEmpty() && actor.rights().superuser();
        return commandLine
                ? accounts.find(username, actor, deadline).map(AccountDetails::account)
                : Outcome.refused(Reason.FORBIDDEN);
    }
}
