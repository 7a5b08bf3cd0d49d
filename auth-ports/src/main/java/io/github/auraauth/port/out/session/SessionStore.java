package io.github.auraauth.port.out.session;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionDigest;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions by the digests of their secrets. Each call is atomic for one session and safe for use by many threads and
 * processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface SessionStore {
    /** How many sessions of an account are given at most: nothing bounds how often somebody logs in. */
    int MOST_GIVEN = 1_000;

    /** Stores a new session, whose digest no other has; durable when it returns. */
    void insert(SessionDigest digest, Session session, Deadline deadline);

    /** The session as last acknowledged, by one read of the primary key; one that has ended may still be there, or be gone. */
    Optional<Session> find(SessionDigest digest, Deadline deadline);

    /** Those of an account, {@link #MOST_GIVEN} of them at most, in any order; some of them may have ended. */
    Map<SessionDigest, Session> ofAccount(AccountId account, Deadline deadline);

    /** Those of an account that have that identifier: one, or more while it is given another secret. */
    Map<SessionDigest, Session> withId(AccountId account, SessionId id, Deadline deadline);

    /** Notes a use, if no later one is noted; does nothing when there is no such session. */
    void noteUse(SessionDigest digest, Instant at, Deadline deadline);

    /** Removes the session; false when there is none. */
    boolean delete(SessionDigest digest, Deadline deadline);

    /** Removes all of an account. */
    void deleteAll(AccountId account, Deadline deadline);
}
