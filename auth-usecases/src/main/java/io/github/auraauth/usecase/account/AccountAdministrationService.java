package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountEmail;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.password.PasswordFault;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.password.PasswordPolicy;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.LoginAttemptKeys;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.account.AccountAdministration;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.account.AccountStore.UpdateOutcome;
import io.github.auraauth.port.out.password.PasswordHasher;
import io.github.auraauth.port.out.password.PasswordStrength;
import io.github.auraauth.port.out.session.LoginFailures;
import io.github.auraauth.port.out.session.SessionStore;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the command line does with an account of somebody else's. */
public final class AccountAdministrationService implements AccountAdministration {
    private static final int ATTEMPTS = 20;

    private final Accounts accounts;
    private final AccountStore store;
    private final SessionStore sessions;
    private final PasswordHasher hasher;
    private final PasswordStrength strength;
    private final LoginFailures failures;
    private final LoginAttemptKeys keys;
    private final ActivityRecorder activities;

    public AccountAdministrationService(
            Accounts accounts,
            AccountStore store,
            SessionStore sessions,
            PasswordHasher hasher,
            PasswordStrength strength,
            LoginFailures failures,
            LoginAttemptKeys keys,
            ActivityRecorder activities) {
        this.accounts = accounts;
        this.store = store;
        this.sessions = sessions;
        this.hasher = hasher;
        this.strength = strength;
        this.failures = failures;
        this.keys = keys;
        this.activities = activities;
    }

    @Override
    public Outcome<Username> replacePassword(Username username, Secret password, Actor actor, Deadline deadline) {
        return target(username, actor, deadline)
                .then(account -> fault(account, password)
                        .<Outcome<Username>>map(Outcome::refused)
                        .orElseGet(() -> {
                            PasswordHash hash = hasher.hash(password);
                            return write(account, hash, deadline).map(written -> {
                                sessions.deleteAll(written.id(), deadline);
                                activities.note(Event.ACCOUNT_PASSWORD, actor, Optional.of(written.id()), "", deadline);
                                return username;
                            });
                        }));
    }

    @Override
    public Outcome<Username> unlock(Username username, Optional<String> source, Actor actor, Deadline deadline) {
        return target(username, actor, deadline).map(account -> {
            failures.clear(keys.ofAllSources(username), deadline);
            source.ifPresent(each -> failures.clear(keys.of(username, each), deadline));
            activities.note(Event.ACCOUNT_UNLOCK, actor, Optional.of(account.id()), "", deadline);
            return username;
        });
    }

    /** The account, for a superuser at the command line. */
    private Outcome<Account> target(Username username, Actor actor, Deadline deadline) {
        boolean commandLine = actor.account().isEmpty() && actor.rights().superuser();
        return commandLine
                ? accounts.find(username, actor, deadline).map(details -> details.account())
                : Outcome.refused(Reason.FORBIDDEN);
    }

    private Outcome<Account> write(Account found, PasswordHash hash, Deadline deadline) {
        Optional<Account> present = Optional.of(found);
        for (int attempt = 0; attempt < ATTEMPTS && present.isPresent(); attempt++) {
            Account changed = present.get().with(hash);
            if (store.update(changed, deadline) == UpdateOutcome.UPDATED) {
                return Outcome.done(changed);
            }
            present = store.find(found.id(), deadline);
        }
        if (present.isPresent()) {
            throw new Outage.Contended("accounts");
        }
        return Outcome.refused(Reason.ABSENT);
    }

    private Optional<Refusal> fault(Account account, Secret password) {
        String text = new String(password.reveal(), StandardCharsets.UTF_8);
        List<String> names = new ArrayList<>(List.of(account.username().value()));
        account.profile().email().map(AccountEmail::value).ifPresent(names::add);
        return PasswordPolicy.fault(text, names, false)
                .or(() -> strength.score(PasswordPolicy.scored(text), names) < PasswordPolicy.LOWEST_SCORE
                        ? Optional.of(PasswordFault.TOO_COMMON)
                        : Optional.empty())
                .map(fault -> Refusal.of(reason(fault), "password"));
    }

    private static Reason reason(PasswordFault fault) {
        return switch (fault) {
            case TOO_SHORT -> Reason.PASSWORD_TOO_SHORT;
            case TOO_LONG -> Reason.PASSWORD_TOO_LONG;
            case LIKE_NAME -> Reason.PASSWORD_LIKE_NAME;
            case TOO_COMMON -> Reason.PASSWORD_TOO_COMMON;
        };
    }
}
