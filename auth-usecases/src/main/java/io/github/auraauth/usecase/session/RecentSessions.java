package io.github.auraauth.usecase.session;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.session.SessionStore;
import io.github.auraauth.usecase.account.AccountReader;
import io.github.auraauth.usecase.account.ShortLivedCache;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Sessions as they were within the last two seconds; their use is noted. Safe for use by many threads. */
public final class RecentSessions {
    private static final int MOST = 10_000;

    private final SessionStore sessions;
    private final SessionSecrets secrets;
    private final InstantSource clock;
    private final ShortLivedCache<SessionDigest, Session> recent;

    public RecentSessions(SessionStore sessions, SessionSecrets secrets, InstantSource clock) {
        this.sessions = sessions;
        this.secrets = secrets;
        this.clock = clock;
        this.recent = new ShortLivedCache<>(AccountReader.RECENT, MOST, clock);
    }

    /** The session of a secret, if it has not ended. */
    Optional<Session> find(Secret secret, Deadline deadline) {
        SessionDigest digest = secrets.digest(secret);
        Instant now = clock.instant();
        Optional<Session> session =
                recent.find(digest, key -> sessions.find(key, deadline)).filter(found -> found.isGoodAt(now));
        if (session.filter(found -> found.isUseDue(now)).isPresent()) {
            sessions.noteUse(digest, now, deadline);
            recent.forget(digest);
        }
        return session;
    }

    /** The session of a secret as it is in the store now. */
    Optional<Session> findNow(Secret secret, Deadline deadline) {
        recent.forget(secrets.digest(secret));
        return find(secret, deadline);
    }

    /** Ends it; whose it was, where it was one. */
    Optional<Session> end(Secret secret, Deadline deadline) {
        SessionDigest digest = secrets.digest(secret);
        Optional<Session> session = sessions.find(digest, deadline);
        session.ifPresent(found -> sessions.delete(digest, deadline));
        recent.forget(digest);
        return session;
    }

    /** Begins one, with a secret of its own. */
    Secret begin(Session session, Deadline deadline) {
        Secret secret = secrets.next();
        sessions.insert(secrets.digest(secret), session, deadline);
        return secret;
    }

    /** Has the sessions read anew. */
    public void forgetAll() {
        recent.clear();
    }
}
