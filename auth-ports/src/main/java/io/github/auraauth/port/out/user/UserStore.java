package io.github.auraauth.port.out.user;

import static java.util.Objects.requireNonNull;

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
import java.util.function.Function;
import java.util.function.Supplier;

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
    sealed interface InsertOutcome {
        InsertOutcome INSERTED = new Inserted();
        InsertOutcome AURA_ID_EXPIRED = new AuraIdExpired();
        InsertOutcome TAKEN_BY_UNREADABLE = new TakenByUnreadable();

        /** Calls the one function that fits. */
        <T> T fold(
                Supplier<T> inserted,
                Function<User, T> auraIdTaken,
                Supplier<T> auraIdExpired,
                Function<User, T> authorizationTaken,
                Supplier<T> takenByUnreadable);
    }

    /** It is stored. */
    record Inserted() implements InsertOutcome {
        @Override
        public <T> T fold(
                Supplier<T> inserted,
                Function<User, T> auraIdTaken,
                Supplier<T> auraIdExpired,
                Function<User, T> authorizationTaken,
                Supplier<T> takenByUnreadable) {
            return inserted.get();
        }
    }

    /**
     * Another unexpired user has the auraId; nothing was stored.
     *
     * @param holder as stored at some moment during the call
     */
    record AuraIdTaken(User holder) implements InsertOutcome {
        public AuraIdTaken {
            requireNonNull(holder, "holder");
        }

        @Override
        public <T> T fold(
                Supplier<T> inserted,
                Function<User, T> auraIdTaken,
                Supplier<T> auraIdExpired,
                Function<User, T> authorizationTaken,
                Supplier<T> takenByUnreadable) {
            return auraIdTaken.apply(holder);
        }
    }

    /** An expired user has the auraId, whom some cache may still show; nothing was stored. */
    record AuraIdExpired() implements InsertOutcome {
        @Override
        public <T> T fold(
                Supplier<T> inserted,
                Function<User, T> auraIdTaken,
                Supplier<T> auraIdExpired,
                Function<User, T> authorizationTaken,
                Supplier<T> takenByUnreadable) {
            return auraIdExpired.get();
        }
    }

    /**
     * Another unexpired user has the authorizationId; nothing was stored.
     *
     * @param holder as stored at some moment during the call
     */
    record AuthorizationTaken(User holder) implements InsertOutcome {
        public AuthorizationTaken {
            requireNonNull(holder, "holder");
        }

        @Override
        public <T> T fold(
                Supplier<T> inserted,
                Function<User, T> auraIdTaken,
                Supplier<T> auraIdExpired,
                Function<User, T> authorizationTaken,
                Supplier<T> takenByUnreadable) {
            return authorizationTaken.apply(holder);
        }
    }

    /** A row that cannot be read as a user has one of the two; nothing was stored. */
    record TakenByUnreadable() implements InsertOutcome {
        @Override
        public <T> T fold(
                Supplier<T> inserted,
                Function<User, T> auraIdTaken,
                Supplier<T> auraIdExpired,
                Function<User, T> authorizationTaken,
                Supplier<T> takenByUnreadable) {
            return takenByUnreadable.get();
        }
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
