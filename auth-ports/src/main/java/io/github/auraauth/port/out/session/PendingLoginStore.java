package io.github.auraauth.port.out.session;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.session.PendingLogin;
import io.github.auraauth.domain.session.PendingLoginDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.Optional;

/**
 * Logins that wait for a second factor, by the digests of their secrets. Each call is atomic for one of them and safe for use by
 * many threads and processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface PendingLoginStore {
    /** Stores a new one, whose digest no other has; durable when it returns. */
    void insert(PendingLoginDigest digest, PendingLogin login, Deadline deadline);

    /** The login as last acknowledged; one that has ended may still be there, or be gone. */
    Optional<PendingLogin> find(PendingLoginDigest digest, Deadline deadline);

    /** Counts a try, if there have been fewer than {@link PendingLogin#MOST_TRIES}; false when there have not, or there is no such login. */
    boolean countTry(PendingLoginDigest digest, Deadline deadline);

    /** Removes it: of any number of callers at once, one is told that it was there. */
    boolean take(PendingLoginDigest digest, Deadline deadline);

    /** Removes all of an account. */
    void deleteAll(AccountId account, Deadline deadline);
}
