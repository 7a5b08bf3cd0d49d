package io.github.auraauth.port.out.authtoken;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigest;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;
import java.util.Optional;

/**
 * Auth tokens by the digests of their secrets. Each call is atomic for one token and safe for use by many threads and
 * processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface AuthTokenStore {

    /** Stores a new token, if neither its digest nor its id is taken; false when one is. Durable when it returns. */
    boolean insert(AuthTokenDigest digest, AuthToken token, Deadline deadline);

    /** The token as last acknowledged, good or not: one read by the primary key. */
    Optional<AuthToken> find(AuthTokenDigest digest, Deadline deadline);

    /** The token as last acknowledged, good or not. */
    Optional<AuthToken> findById(AuthTokenId id, Deadline deadline);

    /**
     * Puts the token in the place of the one with its id, keeping digest and last use; one that is withdrawn stays so,
     * whatever this one says. False when there is none.
     */
    boolean update(AuthToken token, Deadline deadline);

    /** Notes a use, if no later one is noted; does nothing when there is no such token. */
    void noteUse(AuthTokenId id, Instant at, Deadline deadline);

    /** Removes the token; false when there is none. */
    boolean delete(AuthTokenId id, Deadline deadline);

    /** Removes all of an account. */
    void deleteAll(AccountId account, Deadline deadline);
}
