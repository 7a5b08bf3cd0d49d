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
import java.util.Set;

/**
 * A store of sessions of which each end is told to the clients that were used in it. One that goes on under another secret,
 * since somebody has logged in anew in it, has not ended. They are told before it ends, so that none is left out where that
 * or the process fails in between, and again afterwards, for whoever was used meanwhile.
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
        session.ifPresent(ending -> tell(ending, Set.of(digest), deadline));
        boolean deleted = sessions.delete(digest, deadline);
        session.ifPresent(ended -> tell(ended, deadline));
        return deleted;
    }

    /** Has the clients of a session told that it has ended, unless it goes on under another secret. */
    void tell(Session ended, Deadline deadline) {
        tell(ended, Set.of(), deadline);
    }

    private void tell(Session session, Set<SessionDigest> ending, Deadline deadline) {
        Set<SessionDigest> all =
                sessions.withId(session.account(), session.id(), deadline).keySet();
        if (ending.containsAll(all)) {
            notifier.ended(session.account(), session.id(), deadline);
        }
    }

    @Override
    public void deleteAll(AccountId account, Deadline deadline) {
        notifier.allEnded(account, deadline);
        sessions.deleteAll(account, deadline);
        notifier.allEnded(account, deadline);
    }
}
