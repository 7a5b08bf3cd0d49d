package io.github.auraauth.usecase.session;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.Access;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.AccountSessions;
import io.github.auraauth.port.in.session.Caller;
import io.github.auraauth.port.in.session.Caller.Credential;
import io.github.auraauth.port.in.session.LoginResult;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.usecase.account.AccountReader;
import io.github.auraauth.usecase.account.PasswordVerifier;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Sessions over their store. */
public final class AccountSessionService implements AccountSessions {
    private final PasswordVerifier passwords;
    private final RecentSessions sessions;
    private final AccountStore accounts;
    private final AccountReader reader;
    private final ActivityRecorder activity;
    private final InstantSource clock;
    private final SecureRandom random;

    public AccountSessionService(
            PasswordVerifier passwords,
            RecentSessions sessions,
            AccountStore accounts,
            AccountReader reader,
            ActivityRecorder activity,
            InstantSource clock,
            SecureRandom random) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.accounts = accounts;
        this.reader = reader;
        this.activity = activity;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public LoginResult logIn(Login login, Deadline deadline) {
        return passwords
                .verify(login.username(), login.password(), login.source(), deadline)
                .fold(account -> begin(account, login, deadline), LoginResult.Refused::new, LoginResult.Throttled::new);
    }

    @Override
    public void logOut(Secret session, Deadline deadline) {
        sessions.end(session, deadline).ifPresent(ended -> {
            Actor owner = Actor.of(ended.account(), Rights.NONE);
            activity.note(Event.ACCOUNT_LOGOUT, owner, ended.account(), deadline);
        });
    }

    private LoginResult begin(Account account, Login login, Deadline deadline) {
        Rights rights = reader.recentRights(account, deadline);
        Instant now = clock.instant();
        SessionId id = login.before()
                .flatMap(before -> sessions.find(before, deadline))
                .filter(before -> before.account().equals(account.id()) && before.epoch() == account.epoch())
                .map(Session::id)
                .orElseGet(() -> SessionId.random(random));
        Session session = new Session(
                id, account.id(), account.epoch(), rights.staff(), now, now, Set.of(AuthenticationMethod.PASSWORD));
        Secret secret = sessions.begin(session, deadline);
        login.before().ifPresent(before -> sessions.end(before, deadline));
        accounts.noteLogin(account.id(), now, deadline);
        Caller caller = new Caller(
                account.id(), account.username(), rights, Credential.SESSION, Optional.of(session), Access.FULL);
        activity.note(Event.ACCOUNT_LOGIN, caller.actor(), account.id(), deadline);
        return new LoginResult.Begun(new BegunSession(secret, caller));
    }
}
