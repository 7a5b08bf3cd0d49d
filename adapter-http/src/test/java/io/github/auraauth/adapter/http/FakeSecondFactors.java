package io.github.auraauth.adapter.http;

import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secondfactor.SecondFactorKind;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.Access;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors;
import io.github.auraauth.port.in.secondfactor.PasskeyCeremony;
import io.github.auraauth.port.in.secondfactor.PasskeyLogins;
import io.github.auraauth.port.in.secondfactor.SecondFactorLogins;
import io.github.auraauth.port.in.session.AccountSessions.BegunSession;
import io.github.auraauth.port.in.session.Caller;
import io.github.auraauth.port.in.session.CredentialResult;
import io.github.auraauth.port.in.session.LoginResult;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Second factors as the pages of a login see them: one login waits, one code is good, and one answer of an authenticator. */
final class FakeSecondFactors implements OwnSecondFactors, SecondFactorLogins, PasskeyLogins {
    static final String PENDING = "a-pending-login";
    static final String CODE = "123456";
    static final String RESPONSE = "{\"id\":\"a\"}";
    static final String OPTIONS = "{\"challenge\":\"\\\"><script>\"}";

    /** What the login that waits may go on with; none where there is none that waits. */
    volatile Set<SecondFactorKind> kinds = EnumSet.allOf(SecondFactorKind.class);

    volatile Optional<Instant> resetAt = Optional.empty();
    volatile boolean ended;
    volatile Optional<Duration> throttled = Optional.empty();

    void reset() {
        kinds = EnumSet.allOf(SecondFactorKind.class);
        resetAt = Optional.empty();
        ended = false;
        throttled = Optional.empty();
    }

    @Override
    public Outcome<Overview> show(Caller caller, Deadline deadline) {
        return Outcome.done(new Overview(Optional.empty(), List.of(), 0, false, resetAt));
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
    public void acknowledgeReset(Caller caller, Deadline deadline) {
        resetAt = Optional.empty();
    }

    @Override
    public Optional<Set<SecondFactorKind>> kinds(Secret pending, Deadline deadline) {
        return waits(pending) ? Optional.of(kinds) : Optional.empty();
    }

    @Override
    public LoginResult continueByCode(
            Secret pending, Secret code, String source, Optional<Secret> before, Deadline deadline) {
        return result(pending, FakeAccounts.text(code).equals(CODE));
    }

    @Override
    public Optional<PasskeyCeremony> beginPasskey(Secret pending, Deadline deadline) {
        return waits(pending) ? Optional.of(begin(deadline)) : Optional.empty();
    }

    @Override
    public LoginResult continueByPasskey(
            Secret pending, Secret handle, String response, String source, Optional<Secret> before, Deadline deadline) {
        return result(pending, FakeAccounts.text(handle).equals("a-handle") && response.equals(RESPONSE));
    }

    @Override
    public PasskeyCeremony begin(Deadline deadline) {
        return new PasskeyCeremony(Secret.ofText("a-handle"), OPTIONS);
    }

    @Override
    public CredentialResult<BegunSession> finish(
            Secret handle, String response, String source, Optional<Secret> before, Deadline deadline) {
        if (throttled.isPresent()) {
            return new CredentialResult.Throttled<>(throttled.get());
        }
        return response.equals(RESPONSE) ? new CredentialResult.Accepted<>(begun()) : new CredentialResult.Refused<>();
    }

    static LoginResult needed() {
        return new LoginResult.SecondFactorNeeded(
                new LoginResult.PendingSecondFactor(Secret.ofText(PENDING), EnumSet.allOf(SecondFactorKind.class)));
    }

    private LoginResult result(Secret pending, boolean good) {
        if (throttled.isPresent()) {
            return new LoginResult.Throttled(throttled.get());
        }
        if (ended || !waits(pending)) {
            return new LoginResult.Refused();
        }
        return good ? new LoginResult.Begun(begun()) : needed();
    }

    private boolean waits(Secret pending) {
        return FakeAccounts.text(pending).equals(PENDING) && !kinds.isEmpty();
    }

    private static BegunSession begun() {
        Caller caller = new Caller(
                FakeAccounts.ME.id(),
                FakeAccounts.ME.username(),
                Rights.NONE,
                Caller.Credential.SESSION,
                Optional.of(FakeAccounts.OWN_SESSION),
                Optional.empty(),
                Access.FULL);
        return new BegunSession(Secret.ofText("fresh"), caller);
    }
}
