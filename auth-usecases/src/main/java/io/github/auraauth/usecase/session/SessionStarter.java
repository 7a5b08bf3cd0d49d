package io.github.auraauth.usecase.session;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.Access;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.domain.session.SecondFactorPolicy;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.AccountSessions.BegunSession;
import io.github.auraauth.port.in.session.Caller;
import io.github.auraauth.port.in.session.Caller.Credential;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.usecase.account.AccountReader;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Begins sessions of those who have proved who they are, each with a secret of its own. Safe for use by many threads. */
public final class SessionStarter {
    private final RecentSessions sessions;
    private final AccountStore accounts;
    private final AccountReader reader;
    private final SecondFactorPolicy policy;
    private final ActivityRecorder activity;
    private final InstantSource clock;
    private final SecureRandom random;

    public SessionStarter(
            RecentSessions sessions,
            AccountStore accounts,
            AccountReader reader,
            SecondFactorPolicy policy,
            ActivityRecorder activity,
            InstantSource clock,
            SecureRandom random) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.reader = reader;
        this.policy = policy;
        this.activity = activity;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Begins the session of a login, in the place of the one that the browser carries; where that is of the same account, under its
     * identifier.
     */
    public BegunSession begin(
            Account account, Set<AuthenticationMethod> methods, Optional<Secret> before, Deadline deadline) {
        Rights rights = reader.recentRights(account, deadline);
        Instant now = clock.instant();
        SessionId id = before.flatMap(secret -> sessions.find(secret, deadline))
                .filter(found -> found.account().equals(account.id()) && found.epoch() == account.epoch())
                .map(Session::id)
                .orElseGet(() -> SessionId.random(random));
        Session session = new Session(id, account.id(), account.epoch(), rights.staff(), now, now, methods);
        Secret secret = sessions.begin(session, deadline);
        before.ifPresent(old -> sessions.end(old, deadline));
        accounts.noteLogin(account.id(), now, deadline);
        BegunSession begun = begun(secret, account, rights, session);
        activity.note(Event.ACCOUNT_LOGIN, begun.caller().actor(), account.id(), deadline);
        return begun;
    }

    /** Gives a session a new secret and further methods; who it is of authenticated when they did before. */
    public BegunSession extend(
            Session session, Account account, Set<AuthenticationMethod> added, Secret before, Deadline deadline) {
        Rights rights = reader.recentRights(account, deadline);
        Set<AuthenticationMethod> methods = new HashSet<>(session.methods());
        methods.addAll(added);
        Session extended = new Session(
                session.id(),
                account.id(),
                account.epoch(),
                rights.staff(),
                session.begunAt(),
                clock.instant(),
                methods);
        Secret secret = sessions.begin(extended, deadline);
        sessions.end(before, deadline);
        return begun(secret, account, rights, extended);
    }

    private BegunSession begun(Secret secret, Account account, Rights rights, Session session) {
        Access access = policy.ofSession(session, rights, account.secondFactors())
                .orElseThrow(() -> new IllegalStateException("a session was begun without the factor that there is"));
        return new BegunSession(
                secret,
                new Caller(
                        account.id(),
                        account.username(),
                        rights,
                        Credential.SESSION,
                        Optional.of(session),
                        Optional.empty(),
                        access));
    }
}
