package io.github.auraauth.port.out.user;

import io.github.auraauth.domain.user.AuraId;
import java.time.Duration;
import java.time.Instant;

/** Notes when a user was last seen, away from the request's path. Safe for use by many threads. */
public interface LastAccesses {

    /**
     * Sets the user's {@code lastAccess} to {@code at}, if the one stored is older than that by {@code interval} at
     * least; does nothing when there is no such user. May return before it is done and may drop a note under load.
     */
    void note(AuraId auraId, Instant at, Duration interval);
}
