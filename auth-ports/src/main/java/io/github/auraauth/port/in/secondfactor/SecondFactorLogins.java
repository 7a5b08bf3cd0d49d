package io.github.auraauth.port.in.secondfactor;

import io.github.auraauth.domain.secondfactor.SecondFactorKind;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.session.LoginResult;
import java.util.Optional;
import java.util.Set;

/**
 * The second step of logins whose password was right. A pending login is good for five minutes and five tries, each of which
 * counts against guessing. Safe for use by many threads; every method throws {@link io.github.auraauth.port.Outage} when a
 * store is away or too slow.
 */
public interface SecondFactorLogins {
    /** What a pending login may go on with; empty when it is none, or has ended. */
    Optional<Set<SecondFactorKind>> kinds(Secret pending, Deadline deadline);

    /**
     * Goes on with a code of an authenticator app, or with a recovery code. Each is good once, whoever sends it first.
     *
     * @param code in whatever spelling: spaces, hyphens and case say nothing
     * @param source who calls: an address, or a network that one caller may own whole
     * @param before secret of the session that the browser carries already
     */
    LoginResult continueByCode(Secret pending, Secret code, String source, Optional<Secret> before, Deadline deadline);

    /** Asks for one of the account's passkeys; empty when the login is none, has ended, or its account has no passkey. */
    Optional<PasskeyCeremony> beginPasskey(Secret pending, Deadline deadline);

    /**
     * Goes on with a passkey.
     *
     * @param handle of the ceremony that was begun for a login of this account
     * @param response JSON that the browser gave: {@code PublicKeyCredential.toJSON()}
     * @param source who calls: an address, or a network that one caller may own whole
     * @param before secret of the session that the browser carries already
     */
    LoginResult continueByPasskey(
            Secret pending, Secret handle, String response, String source, Optional<Secret> before, Deadline deadline);
}
