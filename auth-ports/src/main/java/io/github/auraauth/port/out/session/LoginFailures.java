package io.github.auraauth.port.out.session;

import io.github.auraauth.domain.session.FailureCount;
import io.github.auraauth.domain.session.LoginAttemptKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;

/**
 * How often logins have failed, for an account from one source and from all. Names nobody: keys are keyed digests. A failure is
 * remembered for {@link FailureCount#FAILURE_KEPT}, a success for {@link FailureCount#SUCCESS_KEPT}; after that they may be
 * gone. Safe for use by many threads and processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface LoginFailures {

    /** What is known of the key; nothing when nothing is. */
    FailureCount find(LoginAttemptKey key, Deadline deadline);

    /** Counts a failure atomically; a count that began before {@code since} begins anew with this failure. */
    void noteFailure(LoginAttemptKey key, Instant at, Instant since, Deadline deadline);

    /** Forgets the failures, and notes that a login has succeeded, so that the key is known. */
    void noteSuccess(LoginAttemptKey key, Instant at, Deadline deadline);

    /** Forgets the failures; that a login has succeeded stays. */
    void clear(LoginAttemptKey key, Deadline deadline);
}
