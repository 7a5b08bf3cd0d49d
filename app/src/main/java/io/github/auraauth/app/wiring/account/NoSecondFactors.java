package io.github.auraauth.app.wiring.account;

import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.passkey.PasskeyName;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secondfactor.SecondFactorKind;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors;
import io.github.auraauth.port.in.secondfactor.PasskeyCeremony;
import io.github.auraauth.port.in.secondfactor.PasskeyLogins;
import io.github.auraauth.port.in.secondfactor.SecondFactorLogins;
import io.github.auraauth.port.in.secondfactor.SecondFactorSetup;
import io.github.auraauth.port.in.session.AccountSessions.BegunSession;
import io.github.auraauth.port.in.session.Caller;
import io.github.auraauth.port.in.session.CredentialResult;
import io.github.auraauth.port.in.session.LoginResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Second factors where there are none: nobody has one, and nobody can set one up. */
final class NoSecondFactors implements OwnSecondFactors, SecondFactorSetup, SecondFactorLogins, PasskeyLogins {
    @Override
    public Outcome<Overview> show(Caller caller, Deadline deadline) {
        return Outcome.done(new Overview(Optional.empty(), List.of(), 0, false, Optional.empty()));
    }

    @Override
    public Outcome<Overview> removeTotp(Caller caller, Deadline deadline) {
        return Outcome.refused(Reason.ABSENT);
    }

    @Override
    public Outcome<Overview> removePasskey(Caller caller, PasskeyId passkey, Deadline deadline) {
        return Outcome.refused(Reason.ABSENT);
    }

    @Override
    public Outcome<List<Secret>> renewRecoveryCodes(Caller caller, Deadline deadline) {
        return Outcome.refused(Reason.ABSENT);
    }

    @Override
    public void acknowledgeReset(Caller caller, Deadline deadline) {}

    @Override
    public Outcome<PendingTotp> beginTotp(Caller caller, Deadline deadline) {
        return Outcome.refused(Reason.FORBIDDEN);
    }

    @Override
    public Outcome<FinishedSetup> confirmTotp(Caller caller, Secret session, Secret code, Deadline deadline) {
        return Outcome.refused(Reason.ABSENT);
    }

    @Override
    public Outcome<PasskeyCeremony> beginPasskey(Caller caller, Deadline deadline) {
        return Outcome.refused(Reason.FORBIDDEN);
    }

    @Override
    public Outcome<FinishedSetup> finishPasskey(
            Caller caller, Secret session, Secret handle, PasskeyName name, String response, Deadline deadline) {
        return Outcome.refused(Reason.ABSENT);
    }

    @Override
    public Optional<Set<SecondFactorKind>> kinds(Secret pending, Deadline deadline) {
        return Optional.empty();
    }

    @Override
    public LoginResult continueByCode(
            Secret pending, Secret code, String source, Optional<Secret> before, Deadline deadline) {
        return new LoginResult.Refused();
    }

    @Override
    public Optional<PasskeyCeremony> beginPasskey(Secret pending, Deadline deadline) {
        return Optional.empty();
    }

    @Override
    public LoginResult continueByPasskey(
            Secret pending, Secret handle, String response, String source, Optional<Secret> before, Deadline deadline) {
        return new LoginResult.Refused();
    }

    @Override
    public PasskeyCeremony begin(Deadline deadline) {
        return new PasskeyCeremony(Secret.ofText("none"), "{\"challenge\":\"bm9uZQ\"}");
    }

    @Override
    public CredentialResult<BegunSession> finish(
            Secret handle, String response, String source, Optional<Secret> before, Deadline deadline) {
        return new CredentialResult.Refused<>();
    }
}
