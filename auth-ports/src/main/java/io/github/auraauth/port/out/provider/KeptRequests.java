package io.github.auraauth.port.out.provider;

import io.github.auraauth.domain.provider.KeptRequest;
import io.github.auraauth.domain.provider.RequestDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.Optional;

/**
 * Authorization requests that wait for a person. Their parameters are kept so that nobody reads them who has the store
 * alone. Each call is atomic for one request and safe for use by many threads and processes; one whose time is over may
 * still be there, or be gone. {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface KeptRequests {

    /** Keeps a request, whose digest no other has. */
    void insert(RequestDigest digest, KeptRequest request, Deadline deadline);

    /** The request as last acknowledged, by one read of the primary key. */
    Optional<KeptRequest> find(RequestDigest digest, Deadline deadline);

    /** Removes the request; of many at once one is told true, false when there is none. */
    boolean delete(RequestDigest digest, Deadline deadline);
}
