package io.github.auraauth.usecase.secondfactor;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secondfactor.RecoveryCodeDigest;
import io.github.auraauth.domain.secondfactor.RecoveryCodes;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.domain.secondfactor.TotpFactor;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.SecondFactorPolicy;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors;
import io.github.auraauth.port.in.session.Caller;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.secondfactor.PasskeyStore;
import io.github.auraauth.usecase.account.AccountWriter;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** One's own second factors. A passkey is taken from its account before it is deleted, so that what is named is there. */
public final class OwnSecondFactorService implements OwnSecondFactors {
    private final AccountStore accounts;
    private final AccountWriter writer;
    private final PasskeyStore passkeys;
    private final RecoveryCodes recovery;
    private final SecondFactorPolicy policy;
    private final ActivityRecorder activity;
    private final InstantSource clock;

    public OwnSecondFactorService(
            AccountStore accounts,
            AccountWriter writer,
            PasskeyStore passkeys,
            RecoveryCodes recovery,
            SecondFactorPolicy policy,
            ActivityRecorder activity,
            InstantSource clock) {
        this.accounts = accounts;
        this.writer = writer;
        this.passkeys = passkeys;
        this.recovery = recovery;
        this.policy = policy;
        this.activity = activity;
        this.clock = clock;
    }

    @Override
    public Outcome<Overview> show(Caller caller, Deadline deadline) {
        return accounts.find(caller.account(), deadline)
                .filter(Account::isActive)
                .map(account -> Outcome.done(overview(caller, account.secondFactors(), deadline)))
                .orElseGet(() -> Outcome.refused(Reason.ABSENT));
    }

    @Override
    public Outcome<Overview> removeTotp(Caller caller, Deadline deadline) {
        return remove(caller, "totp", factors -> factors.totp().isPresent(), SecondFactors::withoutTotp, deadline);
    }

    @Override
    public Outcome<Overview> removePasskey(Caller caller, PasskeyId passkey, Deadline deadline) {
        Outcome<Overview> removed = remove(
                caller,
                "passkey",
                factors -> factors.passkeys().contains(passkey),
                factors -> factors.without(passkey),
                deadline);
        return removed.map(overview -> {
            passkeys.delete(passkey, deadline);
            return overview;
        });
    }

    @Override
    public Outcome<List<Secret>> renewRecoveryCodes(Caller caller, Deadline deadline) {
        Map<RecoveryCodeDigest, Secret> codes = recovery.next();
        return change(
                        caller,
                        factors -> factors.any()
                                ? Outcome.done(factors.withRecoveryCodes(codes.keySet()))
                                : Outcome.refused(Reason.ABSENT),
                        deadline)
                .map(account -> {
                    activity.note(Event.FACTOR_CODES, caller.actor(), account.id(), deadline);
                    return List.copyOf(codes.values());
                });
    }

    @Override
    public void acknowledgeReset(Caller caller, Deadline deadline) {
        writer.change(
                caller.account(),
                account -> Outcome.done(account.with(account.secondFactors().acknowledged())),
                deadline);
    }

    private Outcome<Overview> remove(
            Caller caller,
            String object,
            Predicate<SecondFactors> isThere,
            Function<SecondFactors, SecondFactors> removal,
            Deadline deadline) {
        return change(
                        caller,
                        factors -> isThere.test(factors)
                                ? unlessLast(caller, removal.apply(factors))
                                : Outcome.refused(Reason.ABSENT),
                        deadline)
                .map(account -> {
                    activity.note(Event.FACTOR_REMOVE, caller.actor(), Optional.of(account.id()), object, deadline);
                    return overview(caller, account.secondFactors(), deadline);
                });
    }

    private Outcome<SecondFactors> unlessLast(Caller caller, SecondFactors left) {
        return left.any() || !policy.isRequired(caller.rights())
                ? Outcome.done(left)
                : Outcome.refused(Reason.LAST_SECOND_FACTOR);
    }

    private Outcome<Account> change(
            Caller caller, Function<SecondFactors, Outcome<SecondFactors>> change, Deadline deadline) {
        return SecurityChange.by(caller, clock.instant())
                .then(session -> writer.change(
                        session.account(),
                        account -> change.apply(account.secondFactors()).map(account::with),
                        deadline));
    }

    /** Of passkeys those that the account names: another may be on its way in or out. */
    private Overview overview(Caller caller, SecondFactors factors, Deadline deadline) {
        List<Passkey> named = factors.passkeys().isEmpty()
                ? List.of()
                : passkeys.ofAccount(caller.account(), deadline).stream()
                        .filter(passkey -> factors.passkeys().contains(passkey.id()))
                        .toList();
        return new Overview(
                factors.totp().map(TotpFactor::addedAt),
                named,
                factors.recoveryCodes().size(),
                policy.isRequired(caller.rights()),
                factors.resetAt());
    }
}
