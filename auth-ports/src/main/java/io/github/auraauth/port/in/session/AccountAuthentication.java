package io.github.auraauth.port.in.session;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;

/**
 * The authentication of calls by an account's credentials, as the front of an API asks for it. A refusal never says why:
 * unknown, wrong, ended and deactivated are one. Safe for use by many threads; every method throws
 * {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface AccountAuthentication {

    /** By the secret of a session. */
    CredentialResult<Caller> bySession(Secret session, Deadline deadline);

    /** By the secret of an auth token. */
    CredentialResult<Caller> byToken(Secret token, String source, Deadline deadline);

    /**
     * By user name and password, with each call.
     *
     * @param username as it was given, in whatever spelling
     * @param source who calls: an address, or a network that one caller may own whole
     */
    CredentialResult<Caller> byPassword(String username, Secret password, String source, Deadline deadline);
}
