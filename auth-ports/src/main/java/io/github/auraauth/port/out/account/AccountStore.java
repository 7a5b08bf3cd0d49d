package io.github.auraauth.port.out.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;
import java.util.Optional;

/**
 * Accounts. Each call is atomic for one account and safe for use by many threads and processes;
 * {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface AccountStore {

    /** Stores a new account, if neither its id nor its user name is taken; durable when it returns. */
    InsertOutcome insert(Account account, Deadline deadline);

    /** The account as last acknowledged, whatever its state. */
    Optional<Account> find(AccountId id, Deadline deadline);

    /** The account of that name as last acknowledged, whatever its state. */
    Optional<Account> findByUsername(Username username, Deadline deadline);

    /**
     * Puts the account in the place of the one with its id, if that still has its revision, and raises the revision by one.
     * The user name, the origin and the last login stay as they are stored.
     */
    UpdateOutcome update(Account account, Deadline deadline);

    /** Raises epoch and revision by one, so that whatever is signed in is signed out; false when there is no such account. */
    boolean signOutEverywhere(AccountId id, Deadline deadline);

    /** Notes a login, and leaves the revision; does nothing when there is no such account, or a later one is noted. */
    void noteLogin(AccountId id, Instant at, Deadline deadline);

    /** Removes the account; false when there is none. */
    boolean delete(AccountId id, Deadline deadline);

    /** What came of an insertion. */
    enum InsertOutcome {
        INSERTED,
        /** Another account has the user name, or the id; nothing was stored. */
        TAKEN
    }

    /** What came of an update. */
    enum UpdateOutcome {
        UPDATED,
        /** It has been changed since it was read; nothing was stored. */
        CONFLICT,
        ABSENT
    }
}
