package io.github.auraauth.port.out.secondfactor;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.passkey.PasskeyChallenge;
import io.github.auraauth.domain.passkey.PasskeyChallengeDigest;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.util.Optional;

/**
 * Challenges that were put to authenticators. Each call is atomic for one challenge and safe for use by many threads and
 * processes; {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface PasskeyChallengeStore {
    /** Stores a new challenge, whose digest no other has; durable when it returns. */
    void insert(PasskeyChallengeDigest digest, PasskeyChallenge challenge, Deadline deadline);

    /**
     * Removes the challenge and gives it: of any number of callers at once, one gets it. One that has ended may still be there, or be
     * gone.
     */
    Optional<PasskeyChallenge> take(PasskeyChallengeDigest digest, Deadline deadline);

    /** Removes all of an account. */
    void deleteAll(AccountId account, Deadline deadline);
}
