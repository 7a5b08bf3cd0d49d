package io.github.auraauth.port.out.user;

import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.util.Optional;

/**
 * Registered users. Each call is atomic for one user and safe for use by many threads and processes. An expired user is
 * absent to every call but the removing ones, and makes room for a new one with the same authorizationId. So is
 * a row that another program wrote and that cannot be read as a user, but it is found as a row and keeps its identifiers.
 * Every method throws {@link Outage} when the store is away or the deadline passes, and {@code NullPointerException} for
 * a null argument.
 */
public interface UserStore {

    /** Stores a new user, if neither the auraId nor the authorizationId is taken; durable when it returns. */
    InsertOutcome insert(User user, Deadline deadline);

    /** The user with that auraId, as last acknowledged. */
    Optional<User> find(AuraId auraId, Deadline deadline);

    /** The unexpired row with that auraId, as last acknowledged, also one that cannot be read as a user. */
    Optional<UserRow> findRow(AuraId auraId, Deadline deadline);

    /** The user with that authorizationId, as last acknowledged. */
    Optional<User> findByAuthorization(AuthorizationId authorizationId, Deadline deadline);

    /** Among the users of that global id in that channel the one with the latest {@code registeredAt}. */
    Optional<User> findNewest(AuraGlobalId auraGlobalId, ChannelId channelId, Deadline deadline);

    /**
     * Puts {@code replacement} in the place of {@code expected}, if what is stored still has the auraId, authorizationId
     * and {@code registeredAt} of {@code expected}.
     *
     * @param replacement has the same auraId
     */
    ReplaceOutcome replace(User expected, User replacement, Deadline deadline);

    /** Removes the row with that auraId, readable or not, if the condition holds at the moment of its removal. */
    RemoveOutcome remove(AuraId auraId, RemovalCondition condition, Deadline deadline);

    /** Which row is removed. */
    enum RemovalCondition {
        /** Expired or not. */
        ALWAYS,
        /** Only one that has expired, so that its auraId can be given again. */
        IF_EXPIRED
    }

    /** What came of an insertion. */
    enum InsertOutcome {
        INSERTED,
        /** Another unexpired user has the auraId; nothing was stored. */
        AURA_ID_TAKEN,
        /** An expired user has the auraId, whom some cache may still show; nothing was stored. */
        AURA_ID_EXPIRED,
        /** Another unexpired user has the authorizationId; nothing was stored. */
        AUTHORIZATION_TAKEN,
        /** A row that cannot be read as a user has one of the two; nothing was stored. */
        TAKEN_BY_UNREADABLE
    }

    /** What came of a replacement. */
    enum ReplaceOutcome {
        REPLACED,
        /** The user is gone or another one than expected; nothing was stored. */
        CHANGED_MEANWHILE,
        /** Another unexpired user has the new authorizationId; nothing was stored. */
        AUTHORIZATION_TAKEN,
        /** A row that cannot be read as a user has the new authorizationId; nothing was stored. */
        TAKEN_BY_UNREADABLE
    }
}
