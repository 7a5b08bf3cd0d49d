package io.github.auraauth.port.out.secondfactor;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Passkeys. Each call is atomic for one passkey and safe for use by many threads and processes; {@link Outage} and null
 * arguments as in {@link UserStore}.
 */
public interface PasskeyStore {
    /** Stores a new passkey, if its id is not taken; durable when it returns. */
    InsertOutcome insert(Passkey passkey, Deadline deadline);

    /** The passkey as last acknowledged, by one read of the primary key. */
    Optional<Passkey> find(PasskeyId id, Deadline deadline);

    /** All of an account, the one added first first. */
    List<Passkey> ofAccount(AccountId account, Deadline deadline);

    /**
     * Notes a use, if the count is higher than the one that is stored, or both are 0: of any number of uses with one count, one is
     * noted. A later use that is noted already stays.
     */
    UseOutcome noteUse(PasskeyId id, long count, Instant at, Deadline deadline);

    /** Removes the passkey; false when there is none. */
    boolean delete(PasskeyId id, Deadline deadline);

    /** Removes all of an account. */
    void deleteAll(AccountId account, Deadline deadline);

    /** What came of an insertion. */
    enum InsertOutcome {
        INSERTED,
        /** Another has the id; nothing was stored. */
        TAKEN
    }

    /** What came of a use. */
    enum UseOutcome {
        NOTED,
        /** The count has not risen, as that of a copy would not; nothing was stored. */
        COUNT_NOT_RISEN,
        ABSENT
    }
}
