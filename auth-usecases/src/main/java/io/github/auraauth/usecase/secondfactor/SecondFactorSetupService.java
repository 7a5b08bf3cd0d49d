package io.github.auraauth.usecase.secondfactor;

import static io.github.auraauth.domain.session.AuthenticationMethod.HARDWARE_KEY;
import static io.github.auraauth.domain.session.AuthenticationMethod.ONE_TIME_CODE;
import static io.github.auraauth.domain.session.AuthenticationMethod.SEVERAL_FACTORS;
import static io.github.auraauth.domain.session.AuthenticationMethod.USER_VERIFICATION;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.passkey.PasskeyChallenge.Purpose;
import io.github.auraauth.domain.passkey.PasskeyName;
import io.github.auraauth.domain.secondfactor.OneTimeCode;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.domain.secondfactor.Totp;
import io.github.auraauth.domain.secondfactor.TotpFactor;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secondfactor.PasskeyCeremony;
import io.github.auraauth.port.in.secondfactor.SecondFactorSetup;
import io.github.auraauth.port.in.session.Caller;
import io.github.auraauth.port.out.secondfactor.PasskeyStore;
import io.github.auraauth.port.out.secondfactor.PasskeyStore.InsertOutcome;
import io.github.auraauth.port.out.secondfactor.PasskeyVerifier;
import io.github.auraauth.port.out.secondfactor.PasskeyVerifier.NewPasskey;
import io.github.auraauth.usecase.account.AccountWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Setting up second factors. A passkey is stored before its account names it, so that what is named is there. */
public final class SecondFactorSetupService implements SecondFactorSetup {
    private static final int MOST_PASSKEYS = 20;

    private final AccountWriter writer;
    private final SecondFactorAdder adder;
    private final PasskeyCeremonies ceremonies;
    private final PasskeyStore passkeys;
    private final PasskeyVerifier verifier;
    private final TotpProvisioner provisioner;
    private final InstantSource clock;

    public SecondFactorSetupService(
            AccountWriter writer,
            SecondFactorAdder adder,
            PasskeyCeremonies ceremonies,
            PasskeyStore passkeys,
            PasskeyVerifier verifier,
            TotpProvisioner provisioner,
            InstantSource clock) {
        this.writer = writer;
        this.adder = adder;
        this.ceremonies = ceremonies;
        this.passkeys = passkeys;
        this.verifier = verifier;
        this.provisioner = provisioner;
        this.clock = clock;
    }

    @Override
    public Outcome<PendingTotp> beginTotp(Caller caller, Deadline deadline) {
        Secret secret = provisioner.newSecret();
        return SecurityChange.by(caller, clock.instant())
                .then(session -> writer.change(
                        session.account(),
                        account -> Outcome.done(
                                account.with(account.secondFactors().withPending(secret))),
                        deadline))
                .map(account -> provisioner.show(secret, account.username()));
    }

    @Override
    public Outcome<FinishedSetup> confirmTotp(Caller caller, Secret session, Secret code, Deadline deadline) {
        Instant now = clock.instant();
        Set<AuthenticationMethod> shown = EnumSet.of(ONE_TIME_CODE, SEVERAL_FACTORS);
        return SecurityChange.by(caller, now)
                .then(found ->
                        adder.add(caller, session, shown, "totp", factors -> confirmed(factors, code, now), deadline));
    }

    @Override
    public Outcome<PasskeyCeremony> beginPasskey(Caller caller, Deadline deadline) {
        return SecurityChange.by(caller, clock.instant())
                .then(session -> writer.change(session.account(), Outcome::done, deadline))
                .then(account -> account.secondFactors().passkeys().size() < MOST_PASSKEYS
                        ? Outcome.done(begin(account, deadline))
                        : Outcome.refused(Reason.TOO_MANY));
    }

    @Override
    public Outcome<FinishedSetup> finishPasskey(
            Caller caller, Secret session, Secret handle, PasskeyName name, String response, Deadline deadline) {
        return SecurityChange.by(caller, clock.instant())
                .then(found -> challenge(handle, found.account(), deadline))
                .then(challenge -> verifier.created(challenge, response)
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Reason.PASSKEY_REFUSED)))
                .then(created -> stored(caller, session, name, created, deadline));
    }

    private static Outcome<SecondFactors> confirmed(SecondFactors factors, Secret code, Instant now) {
        if (factors.pending().isEmpty()) {
            return Outcome.refused(Reason.ABSENT);
        }
        Secret secret = factors.pending().get();
        var step = Totp.match(secret, OneTimeCode.of(code).text(), now);
        return step.isPresent()
                ? Outcome.done(factors.with(new TotpFactor(secret, now, step.getAsLong())))
                : Outcome.refused(Reason.WRONG_CODE);
    }

    private PasskeyCeremony begin(Account account, Deadline deadline) {
        return ceremonies.begin(
                Purpose.REGISTRATION,
                Optional.of(account.id()),
                challenge -> verifier.creationOptions(
                        challenge,
                        account.id(),
                        account.username(),
                        account.secondFactors().passkeys()),
                deadline);
    }

    private Outcome<Secret> challenge(Secret handle, AccountId account, Deadline deadline) {
        return ceremonies
                .take(handle, Purpose.REGISTRATION, Optional.of(account), deadline)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Reason.ABSENT));
    }

    private Outcome<FinishedSetup> stored(
            Caller caller, Secret session, PasskeyName name, NewPasskey created, Deadline deadline) {
        Passkey passkey = new Passkey(
                created.id(),
                caller.account(),
                name,
                created.publicKey(),
                created.count(),
                clock.instant(),
                Optional.empty());
        if (passkeys.insert(passkey, deadline) == InsertOutcome.TAKEN) {
            return Outcome.refused(Reason.TAKEN);
        }
        Set<AuthenticationMethod> shown = EnumSet.of(HARDWARE_KEY, SEVERAL_FACTORS);
        if (created.userVerified()) {
            shown.add(USER_VERIFICATION);
        }
        Outcome<FinishedSetup> added = adder.add(
                caller, session, shown, "passkey", factors -> Outcome.done(factors.with(passkey.id())), deadline);
        added.fold(done -> true, refusal -> passkeys.delete(passkey.id(), deadline));
        return added;
    }
}
