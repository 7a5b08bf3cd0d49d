package io.github.auraauth.usecase.secondfactor;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.secondfactor.SecondFactorKind;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secondfactor.PasskeyCeremony;
import io.github.auraauth.port.in.secondfactor.SecondFactorLogins;
import io.github.auraauth.port.in.session.CredentialResult;
import io.github.auraauth.port.in.session.LoginResult;
import io.github.auraauth.port.in.session.LoginResult.PendingSecondFactor;
import io.github.auraauth.usecase.session.PendingLogins;
import io.github.auraauth.usecase.session.SecondFactorStep;
import io.github.auraauth.usecase.session.SessionStarter;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The second step of logins over their store. Whatever it was, one pending login begins one session. */
public final class SecondFactorLoginService implements SecondFactorLogins {
    private final PendingLogins logins;
    private final SecondFactorStep step;
    private final PasskeyAuthenticator passkeys;
    private final SessionStarter starter;

    public SecondFactorLoginService(
            PendingLogins logins, SecondFactorStep step, PasskeyAuthenticator passkeys, SessionStarter starter) {
        this.logins = logins;
        this.step = step;
        this.passkeys = passkeys;
        this.starter = starter;
    }

    @Override
    public Optional<Set<SecondFactorKind>> kinds(Secret pending, Deadline deadline) {
        return logins.find(pending, deadline)
                .map(account -> account.secondFactors().kinds());
    }

    @Override
    public LoginResult continueByCode(
            Secret pending, Secret code, String source, Optional<Secret> before, Deadline deadline) {
        return goOn(
                pending,
                before,
                account -> step.guarded(
                        account,
                        source,
                        () -> logins.countTry(pending, deadline) ? step.use(account, code, deadline) : Optional.empty(),
                        deadline),
                deadline);
    }

    @Override
    public Optional<PasskeyCeremony> beginPasskey(Secret pending, Deadline deadline) {
        return logins.find(pending, deadline)
                .filter(account -> !account.secondFactors().passkeys().isEmpty())
                .map(account -> passkeys.begin(account, deadline));
    }

    @Override
    public LoginResult continueByPasskey(
            Secret pending, Secret handle, String response, String source, Optional<Secret> before, Deadline deadline) {
        return goOn(
                pending,
                before,
                account -> step.guarded(
                        account,
                        source,
                        () -> logins.countTry(pending, deadline)
                                ? passkeys.authenticate(account, handle, response, deadline)
                                : Optional.empty(),
                        deadline),
                deadline);
    }

    private LoginResult goOn(
            Secret pending,
            Optional<Secret> before,
            Function<Account, CredentialResult<Set<AuthenticationMethod>>> verification,
            Deadline deadline) {
        Optional<Account> found = logins.find(pending, deadline);
        if (found.isEmpty()) {
            return new LoginResult.Refused();
        }
        return verification
                .apply(found.get())
                .fold(
                        methods -> logins.take(pending, deadline)
                                ? new LoginResult.Begun(starter.begin(found.get(), methods, before, deadline))
                                : new LoginResult.Refused(),
                        () -> again(pending, deadline),
                        LoginResult.Throttled::new);
    }

    /** As long as there are tries left. */
    private LoginResult again(Secret pending, Deadline deadline) {
        return kinds(pending, deadline)
                .<LoginResult>map(kinds -> new LoginResult.SecondFactorNeeded(new PendingSecondFactor(pending, kinds)))
                .orElseGet(LoginResult.Refused::new);
    }
}
