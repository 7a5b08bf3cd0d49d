package io.github.auraauth.port.in.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.port.Deadline;
import java.time.Instant;
import java.util.Optional;

/**
 * How logins with an account are held up after too many that failed, for those who look after accounts. Safe for use by many
 * threads; every method throws {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface LoginLocks {

    /** How it stands with an account that may be seen. */
    Outcome<LoginLock> find(Username username, Actor actor, Deadline deadline);

    /**
     * Forgets the failed logins over all sources, so that they hold up nobody. For those who may change the account and have
     * all of its rights; what single sources failed runs out by itself.
     */
    Outcome<Username> unlock(Username username, Actor actor, Deadline deadline);

    /**
     * How it stands.
     *
     * @param failures lately, over all sources
     * @param lastFailure absent where there is none
     * @param until when the next login from a source that is not known may be tried; absent where it may now
     */
    record LoginLock(int failures, Optional<Instant> lastFailure, Optional<Instant> until) {
        public LoginLock {
            requireNonNull(lastFailure, "lastFailure");
            requireNonNull(until, "until");
        }
    }
}
