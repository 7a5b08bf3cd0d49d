package io.github.auraauth.port.in.secondfactor;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.AccountSessions.BegunSession;
import io.github.auraauth.port.in.session.CredentialResult;
import java.util.Optional;

/**
 * Logging in with a passkey alone, which names the account and verifies its owner, so that it stands for password and second
 * factor. Nobody else's failures hold it up. Safe for use by many threads; every method throws
 * {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface PasskeyLogins {
    /** Asks for any passkey of ours that the authenticator finds by itself. */
    PasskeyCeremony begin(Deadline deadline);

    /**
     * Begins a session, as {@link io.github.auraauth.port.in.session.AccountSessions#logIn} does.
     *
     * @param handle of the ceremony
     * @param response JSON that the browser gave: {@code PublicKeyCredential.toJSON()}
     * @param source who calls: an address, or a network that one caller may own whole
     * @param before secret of the session that the browser carries already
     */
    CredentialResult<BegunSession> finish(
            Secret handle, String response, String source, Optional<Secret> before, Deadline deadline);
}
