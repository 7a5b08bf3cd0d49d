package io.github.auraauth.port.in.account;

import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.Caller;
import java.util.List;

/**
 * An account, as its owner asks for it. Safe for use by many threads; every method throws
 * {@link io.github.auraauth.port.Outage} when a store is away, contended or too slow.
 */
public interface OwnAccount {

    /**
     * The account with the rights of the credential that was shown: how another service resolves a token. By a token it is
     * shown as it was within the last two seconds, else as it is now.
     */
    Outcome<AccountDetails> show(Caller caller, Deadline deadline);

    /**
     * Sets another password and signs out everywhere, here too. Refused with {@code REAUTHENTICATION_REQUIRED} to a session whose
     * authentication is older than five minutes.
     *
     * @param source who calls: an address, or a network that one caller may own whole
     */
    Outcome<Caller> changePassword(Caller caller, Secret current, Secret wanted, String source, Deadline deadline);

    /** The sessions that have not ended, the one used last first. */
    List<Session> sessions(Caller caller, Deadline deadline);

    /** Ends one of one's own sessions. */
    Outcome<SessionId> endSession(Caller caller, SessionId session, Deadline deadline);

    /** Signs out everywhere, here too. */
    void signOutEverywhere(Caller caller, Deadline deadline);
}
