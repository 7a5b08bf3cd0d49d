package io.github.auraauth.usecase.session;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.usecase.account.AccountReader;
import java.time.InstantSource;
import java.util.Optional;

/** Judges sessions: the account must be active, and not have been signed out everywhere since. Safe for use by many threads. */
public final class SessionAuthenticator {
    private final RecentSessions sessions;
    private final AccountReader reader;
    private final InstantSource clock;

    public SessionAuthenticator(RecentSessions sessions, AccountReader reader, InstantSource clock) {
        this.sessions = sessions;
        this.reader = reader;
        this.clock = clock;
    }

    /** Who has the session of a secret; empty when there is no good one. */
    public Optional<SignedIn> find(Secret secret, Deadline deadline) {
        return sessions.find(secret, deadline)
                .flatMap(found -> reader.recent(found.account(), deadline)
                        .filter(account -> account.epoch() == found.epoch())
                        .flatMap(account -> owner(found, account, deadline)));
    }

    /** Somebody who has become staff since the session began has it no longer than staff have theirs. */
    private Optional<SignedIn> owner(Session session, Account account, Deadline deadline) {
        Rights rights = reader.recentRights(account, deadline);
        Session judged = rights.staff() ? session.ofStaff() : session;
        return judged.isGoodAt(clock.instant()) ? Optional.of(new SignedIn(account, rights, judged)) : Optional.empty();
    }
}
