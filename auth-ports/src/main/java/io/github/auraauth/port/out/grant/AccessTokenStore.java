package io.github.auraauth.port.out.grant;

import io.github.auraauth.domain.grant.AccessToken;
import io.github.auraauth.domain.grant.AccessTokenDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.Optional;

/**
 * Access tokens by the digests of their secrets. Each call is atomic for one token and safe for use by many threads and
 * processes; one whose time is over may still be there, or be gone. {@link Outage} and null arguments as in
 * {@link UserStore}.
 */
public interface AccessTokenStore {

    /** Stores a new token, whose digest no other has. */
    void insert(AccessTokenDigest digest, AccessToken token, Deadline deadline);

    /** The token as last acknowledged, by one read of the primary key. */
    Optional<AccessToken> find(AccessTokenDigest digest, Deadline deadline);

    /** Removes the token; false when there is none. */
    boolean delete(AccessTokenDigest digest, Deadline deadline);
}
