package io.github.auraauth.usecase.session;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.Access;
import io.github.auraauth.domain.session.SecondFactorPolicy;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.usecase.account.AccountReader;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Judges sessions: the account must be active, must not have been signed out everywhere since, and must have shown the second
 * factor that it has. Safe for use by many threads.
 */
public final class SessionAuthenticator {
    private final RecentSessions sessions;
    private final AccountReader reader;
    private final SecondFactorPolicy policy;
    private final InstantSource clock;

    public SessionAuthenticator(
            RecentSessions sessions, AccountReader reader, SecondFactorPolicy policy, InstantSource clock) {
        this.sessions = sessions;
        this.reader = reader;
        this.policy = policy;
        this.clock = clock;
    }

    /** Who has the session of a secret, if it is good for all that they may do; empty else. */
    public Optional<SignedIn> findFull(Secret secret, Deadline deadline) {
        return find(secret, deadline).filter(found -> found.access() == Access.FULL);
    }

    /** Whether a session that was found a moment ago has not been ended since, by whatever instance; asks the store itself. */
    public boolean goesOn(Secret secret, Deadline deadline) {
        return sessions.findNow(secret, deadline).isPresent();
    }

    /** Who has the session of a secret; empty when there is no good one. */
    public Optional<SignedIn> find(Secret secret, Deadline deadline) {
        return sessions.find(secret, deadline)
                .flatMap(found -> account(found, deadline)
                        .filter(account -> account.epoch() == found.epoch())
                        .flatMap(account -> owner(found, account, deadline)));
    }

    /** As it was lately; anew where the session is of a later epoch, so that what began elsewhere a moment ago is good here. */
    private Optional<Account> account(Session session, Deadline deadline) {
        Optional<Account> account = reader.recent(session.account(), deadline);
        if (account.filter(found -> found.epoch() < session.epoch()).isPresent()) {
            reader.forget(session.account());
            return reader.recent(session.account(), deadline);
        }
        return account;
    }

    /** Somebody who has become staff since the session began has it no longer than staff have theirs. */
    private Optional<SignedIn> owner(Session session, Account account, Deadline deadline) {
        Rights rights = reader.recentRights(account, deadline);
        Session judged = rights.staff() ? session.ofStaff() : session;
        return policy.ofSession(judged, rights, account.secondFactors())
                .filter(access -> judged.isGoodAt(clock.instant()))
                .map(access -> new SignedIn(account, rights, judged, access));
    }
}
