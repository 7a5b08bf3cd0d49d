package io.github.auraauth.usecase.provider;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionDigest;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.session.SessionStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A store of sessions of which each end is told to the clients that were used in it. One that goes on under another secret,
 * since somebody has logged in anew in it, has not ended.
 */
public final class LogoutNotifyingSessions implements SessionStore {
    private final SessionStore sessions;
    private final LogoutNotifier notifier;

    public LogoutNotifyingSessions(SessionStore sessions, LogoutNotifier notifier) {
        this.sessions = sessions;
        this.notifier = notifier;
    }

    @Override
    public void insert(SessionDigest digest, Session session, Deadline deadline) {
        notifier.goesOn(session.id(), session.latestEnd(), deadline);
        sessions.insert(digest, session, deadline);
    }

    @Override
    public Optional<Session> find(SessionDigest digest, Deadline deadline) {
        return sessions.find(digest, deadline);
    }

    @Override
    public Map<SessionDigest, Session> ofAccount(AccountId account, Deadline deadline) {
        return sessions.ofAccount(account, deadline);
    }

    @Override
    public Map<SessionDigest, Session> withId(AccountId account, SessionId id, Deadline deadline) {
        return sessions.withId(account, id, deadline);
    }

    @Override
    public void noteUse(SessionDigest digest, Instant at, Deadline deadline) {
        sessions.noteUse(digest, at, deadline);
    }

    @Override
    public boolean delete(SessionDigest digest, Deadline deadline) {
        Optional<Session> session = sessions.find(digest, deadline);
        boolean deleted = sessions.delete(digest, deadline);
        session.ifPresent(ended -> tell(ended, deadline));
        return deleted;
    }

    /** Has the clients of a session told that it has ended, unless it goes on under another secret. */
    void tell(Session ended, Deadline deadline) {
        if (sessions.withId(ended.account(), ended.id(), deadline).isEmpty()) {
            notifier.ended(ended.account(), ended.id(), deadline);
        }
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        sessions.deleteAll(account, deadline);
        notifier.allEnded(account, deadline);
    }
}
