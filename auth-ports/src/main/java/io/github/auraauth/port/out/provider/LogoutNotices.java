package io.github.auraauth.port.out.provider;

import io.github.auraauth.domain.provider.LogoutNotice;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;
import java.util.List;

/**
 * Clients that are to be told of a logout. Each call is atomic for one notice and safe for use by many threads and
 * processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface LogoutNotices {

    /** Stores a new notice, whose identifier no other has; durable when it returns. */
    void insert(LogoutNotice notice, Deadline deadline);

    /** Up to so many that are due, in any order; among them there may be some that it is too late for. */
    List<LogoutNotice> due(Instant now, int most, Deadline deadline);

    /**
     * Notes that an attempt is made, if none has been made since the notice was read. Of many at once one is told true; false
     * too when it is gone.
     *
     * @param attempted the notice that was read, {@linkplain LogoutNotice#attempted attempted}
     */
    boolean attempt(LogoutNotice attempted, Deadline deadline);

    /** Removes the notice; false when there is none. */
    boolean delete(String id, Deadline deadline);
}
