package io.github.auraauth.usecase.provider;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.provider.LogoutNotice;
import io.github.auraauth.domain.provider.PersonClaims;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.domain.user.RandomIds;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.provider.LogoutNotices;
import io.github.auraauth.port.out.provider.SessionClients;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * Notes which clients are to be told that a session has ended. A client is forgotten after its notice is stored: where that
 * fails in between, it is told twice rather than not at all. Safe for use by many threads.
 */
public final class LogoutNotifier {
    private final SessionClients clients;
    private final AccountStore accounts;
    private final LogoutNotices notices;
    private final InstantSource clock;
    private final SecureRandom random;

    public LogoutNotifier(
            SessionClients clients,
            AccountStore accounts,
            LogoutNotices notices,
            InstantSource clock,
            SecureRandom random) {
        this.clients = clients;
        this.accounts = accounts;
        this.notices = notices;
        this.clock = clock;
        this.random = random;
    }

    /** A session goes on until that time at most, which may be later than it was. */
    void goesOn(SessionId session, Instant until, Deadline deadline) {
        clients.extend(session, until, deadline);
    }

    /** A session ends or has ended. */
    void ended(AccountId account, SessionId session, Deadline deadline) {
        note(account, session, clients.ofSession(session, deadline), deadline);
    }

    /** All sessions of an account end or have ended. */
    void allEnded(AccountId account, Deadline deadline) {
        clients.ofAccount(account, deadline).forEach((session, told) -> note(account, session, told, deadline));
    }

    private void note(AccountId account, SessionId session, Set<ClientId> told, Deadline deadline) {
        if (told.isEmpty()) {
            return;
        }
        accounts.find(account, deadline)
                .map(PersonClaims::subject)
                .ifPresent(subject -> told.forEach(client -> notices.insert(
                        LogoutNotice.create(RandomIds.uuid(random), client, subject, session, clock.instant()),
                        deadline)));
        clients.forget(session, told, deadline);
    }
}
