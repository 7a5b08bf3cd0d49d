package io.github.auraauth.usecase.secondfactor;

import static io.github.auraauth.domain.session.AuthenticationMethod.HARDWARE_KEY;
import static io.github.auraauth.domain.session.AuthenticationMethod.SEVERAL_FACTORS;
import static io.github.auraauth.domain.session.AuthenticationMethod.USER_VERIFICATION;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secondfactor.PasskeyCeremony;
import io.github.auraauth.port.in.secondfactor.PasskeyLogins;
import io.github.auraauth.port.in.session.AccountSessions.BegunSession;
import io.github.auraauth.port.in.session.CredentialResult;
import io.github.auraauth.usecase.account.GuessingGuard;
import io.github.auraauth.usecase.session.SessionStarter;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Logins with a passkey alone: there is nothing to guess, so that the failures of others hold nobody up. */
public final class PasskeyLoginService implements PasskeyLogins {
    private static final Set<AuthenticationMethod> METHODS = Set.of(HARDWARE_KEY, USER_VERIFICATION, SEVERAL_FACTORS);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final PasskeyAuthenticator passkeys;
    private final SessionStarter starter;
    private final GuessingGuard guard;
    private final SourceThrottle throttle;

    /** @param throttle turns sources away that fail too often; a good passkey always passes */
    public PasskeyLoginService(
            PasskeyAuthenticator passkeys, SessionStarter starter, GuessingGuard guard, SourceThrottle throttle) {
        this.passkeys = passkeys;
        this.starter = starter;
        this.guard = guard;
        this.throttle = throttle;
    }

    @Override
    public PasskeyCeremony begin(Deadline deadline) {
        return passkeys.begin(deadline);
    }

    @Override
    public CredentialResult<BegunSession> finish(
            Secret handle, String response, String source, Optional<Secret> before, Deadline deadline) {
        Optional<Account> account = passkeys.authenticate(handle, response, deadline);
        if (account.isPresent()) {
            guard.attempt(account.get().username().value(), source).succeeded(deadline);
            return new CredentialResult.Accepted<>(starter.begin(account.get(), METHODS, before, deadline));
        }
        if (throttle.isClosedTo(source)) {
            return new CredentialResult.Throttled<>(PAUSE);
        }
        throttle.count(source);
        return new CredentialResult.Refused<>();
    }
}
