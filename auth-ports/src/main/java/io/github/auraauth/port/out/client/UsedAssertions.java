package io.github.auraauth.port.out.client;

import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;

/**
 * The assertions that clients have proved themselves by, so that each is good once. Safe for use by many threads and
 * processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface UsedAssertions {

    /**
     * Notes the use of an assertion, atomically; false when it has been used before, by the same client.
     *
     * @param id of any characters; what outlives the process holds a digest of it only
     * @param until from when on it may be forgotten
     */
    boolean use(ClientId client, String id, Instant until, Deadline deadline);
}
