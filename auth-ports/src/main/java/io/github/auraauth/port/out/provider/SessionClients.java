package io.github.auraauth.port.out.provider;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Which clients somebody has logged in at in a session, so that they can be told when it ends. Each call is atomic for one
 * session and safe for use by many threads and processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface SessionClients {

    /**
     * Adds a client to those of the session.
     *
     * @param until from when on all of it may be forgotten: the session has ended by then
     */
    void note(SessionId session, AccountId account, ClientId client, Instant until, Deadline deadline);

    /**
     * Keeps those of the session for longer, if there are any, since it lasts longer than it was to.
     *
     * @param until from when on they may be forgotten, unless a later time was given before
     */
    void extend(SessionId session, Instant until, Deadline deadline);

    /** Those of the session; empty when none is noted. */
    Set<ClientId> ofSession(SessionId session, Deadline deadline);

    /** Those of all sessions of an account, without sessions that none is noted for. */
    Map<SessionId, Set<ClientId>> ofAccount(AccountId account, Deadline deadline);

    /** Removes clients from those of the session; whoever else is noted for it stays, also while others are removed. */
    void forget(SessionId session, Set<ClientId> told, Deadline deadline);
}
