package io.github.auraauth.usecase.secondfactor;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountRules;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.secondfactor.SecondFactorAdministration;
import io.github.auraauth.port.out.secondfactor.PasskeyStore;
import io.github.auraauth.port.out.session.SessionStore;
import io.github.auraauth.usecase.account.AccountWriter;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.time.InstantSource;

/** Takes the second factors of somebody else's account away. */
public final class SecondFactorAdministrationService implements SecondFactorAdministration {
    private final Accounts accounts;
    private final AccountWriter writer;
    private final PasskeyStore passkeys;
    private final SessionStore sessions;
    private final ActivityRecorder activity;
    private final InstantSource clock;

    public SecondFactorAdministrationService(
            Accounts accounts,
            AccountWriter writer,
            PasskeyStore passkeys,
            SessionStore sessions,
            ActivityRecorder activity,
            InstantSource clock) {
        this.accounts = accounts;
        this.writer = writer;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.activity = activity;
        this.clock = clock;
    }

    @Override
    public Outcome<Username> reset(Username username, Actor actor, Deadline deadline) {
        return accounts.find(username, actor, deadline)
                .then(target -> AccountRules.ofSecondFactorReset(actor, target, clock.instant())
                        .map(Outcome::<Account>refused)
                        .orElseGet(() -> writer.change(target.account().id(), this::reset, deadline)))
                .map(account -> {
                    passkeys.deleteAll(account.id(), deadline);
                    sessions.deleteAll(account.id(), deadline);
                    activity.note(Event.FACTOR_RESET, actor, account.id(), deadline);
                    return account.username();
                });
    }

    private Outcome<Account> reset(Account account) {
        return account.secondFactors().any()
                ? Outcome.done(account.with(SecondFactors.reset(clock.instant())))
                : Outcome.refused(Refusal.of(Reason.ABSENT, "second_factor"));
    }
}
