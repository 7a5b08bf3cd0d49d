package io.github.auraauth.port.out.grant;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.GrantId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;
import java.util.Optional;

/**
 * Grants: the one record on which every promise of codes and refresh tokens stands. Each call is atomic for one grant and
 * safe for use by many threads and processes; one whose time is over may still be there, or be gone. {@link Outage} and null
 * arguments as in {@link UserStore}.
 */
public interface GrantStore {

    /** Stores a new grant, whose identifier no other has; durable when it returns. */
    void insert(Grant grant, Deadline deadline);

    /** The grant as last acknowledged, by one read of the primary key. */
    Optional<Grant> find(GrantId id, Deadline deadline);

    /**
     * Notes that the code is used: {@code ISSUED} becomes {@code ACTIVE}. Of many at once one is told true; false when it was
     * used before, or the grant is gone.
     *
     * @param generation of the first refresh token; 0 where there is none
     * @param expiresAt of the grant from now on
     */
    boolean activate(GrantId id, long generation, Instant at, Instant expiresAt, Deadline deadline);

    /**
     * Puts the next refresh token in the place of that one. Of many at once one is told true; false when it is not the
     * present one any more, the code has not been used, or the grant is gone.
     *
     * @param expiresAt of the grant from now on
     */
    boolean rotate(GrantId id, long generation, Instant at, Instant expiresAt, Deadline deadline);

    /** Removes the grant, with which its code and all its tokens end; false when there is none. */
    boolean delete(GrantId id, Deadline deadline);

    /** Removes all of an account. */
    void deleteAll(AccountId account, Deadline deadline);

    /** Removes all that an account has granted a client. */
    void deleteAll(AccountId account, ClientId client, Deadline deadline);
}
