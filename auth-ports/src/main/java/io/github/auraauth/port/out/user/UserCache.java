package io.github.auraauth.port.out.user;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.Provenance;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Users read lately, or known to be absent. An optimisation: a cache that is away, slow or wrong about a value it
 * cannot decipher answers as if it held nothing, within a fraction of the deadline, and never throws {@link Outage}.
 * Whether a value may still be believed is the caller's to decide, by its provenance. Safe for use by many threads.
 */
public interface UserCache {

    /** The value under that name; empty when there is none, or it cannot be had in time. */
    Optional<CachedUser> get(HashedAuraId name, Deadline deadline);

    /**
     * Keeps a value for {@code timeToLive} at most; may return before it is kept, and may not keep it at all.
     *
     * @param timeToLive positive
     */
    void put(HashedAuraId name, CachedUser value, Duration timeToLive);

    /** Forgets the value, if it can be reached; a value that stays is harmless by its provenance. */
    void evict(HashedAuraId name);

    /**
     * A cached answer of the database.
     *
     * @param user empty when the database had none; never with an idTokenHint
     * @param provenance what was known before the database was read
     */
    record CachedUser(Optional<User> user, Provenance provenance) {
        public CachedUser {
            user = user.map(User::withoutIdTokenHint);
            Objects.requireNonNull(provenance, "provenance");
        }
    }
}
