package io.github.auraauth.usecase.session;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.AccountSessions;
import io.github.auraauth.port.in.session.LoginResult;
import io.github.auraauth.usecase.account.PasswordVerifier;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.util.Set;

/** Sessions over their store. */
public final class AccountSessionService implements AccountSessions {
    private final PasswordVerifier passwords;
    private final SessionStarter starter;
    private final PendingLogins pending;
    private final SecondFactorStep secondFactor;
    private final RecentSessions sessions;
    private final ActivityRecorder activity;

    public AccountSessionService(
            PasswordVerifier passwords,
            SessionStarter starter,
            PendingLogins pending,
            SecondFactorStep secondFactor,
            RecentSessions sessions,
            ActivityRecorder activity) {
        this.passwords = passwords;
        this.starter = starter;
        this.pending = pending;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.activity = activity;
    }

    @Override
    public LoginResult logIn(Login login, Deadline deadline) {
        return passwords
                .verify(login.username(), login.password(), login.source(), deadline)
                .fold(
                        account -> verified(account, login, deadline),
                        LoginResult.Refused::new,
                        LoginResult.Throttled::new);
    }

    @Override
    public void logOut(Secret session, Deadline deadline) {
        sessions.end(session, deadline).ifPresent(ended -> {
            Actor owner = Actor.of(ended.account(), Rights.NONE);
            activity.note(Event.ACCOUNT_LOGOUT, owner, ended.account(), deadline);
        });
    }

    private LoginResult verified(Account account, Login login, Deadline deadline) {
        if (!account.secondFactors().any()) {
            return new LoginResult.Begun(
                    starter.begin(account, Set.of(AuthenticationMethod.PASSWORD), login.before(), deadline));
        }
        return login.code()
                .map(code -> secondFactor.byCode(account, code, login.source(), deadline))
                .map(result -> result.fold(
                        methods -> new LoginResult.Begun(starter.begin(account, methods, login.before(), deadline)),
                        () -> waiting(account, deadline),
                        LoginResult.Throttled::new))
                .orElseGet(() -> waiting(account, deadline));
    }

    private LoginResult waiting(Account account, Deadline deadline) {
        return new LoginResult.SecondFactorNeeded(pending.begin(account, deadline));
    }
}
