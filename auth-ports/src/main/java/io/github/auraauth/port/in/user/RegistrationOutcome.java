package io.github.auraauth.port.in.user;

import io.github.auraauth.domain.user.User;
import java.util.function.Function;
import java.util.function.Supplier;

/** The outcome of a registration. */
public sealed interface RegistrationOutcome {

    /** Calls the one function that fits; {@code present} for found and renewed users alike. */
    <T> T fold(
            Function<User, T> created,
            Function<User, T> present,
            Supplier<T> userConflict,
            Supplier<T> authorizationInUse);

    /** Whether a user who was there has a new session. */
    default boolean isRenewal() {
        return false;
    }

    /** A new user. */
    record Created(User user) implements RegistrationOutcome {
        @Override
        public <T> T fold(
                Function<User, T> created,
                Function<User, T> present,
                Supplier<T> userConflict,
                Supplier<T> authorizationInUse) {
            return created.apply(user);
        }
    }

    /** The user who was there, with the token and end of the request. */
    record Found(User user) implements RegistrationOutcome {
        @Override
        public <T> T fold(
                Function<User, T> created,
                Function<User, T> present,
                Supplier<T> userConflict,
                Supplier<T> authorizationInUse) {
            return present.apply(user);
        }
    }

    /** The user of the given auraId, with a new session. */
    record Renewed(User user) implements RegistrationOutcome {
        @Override
        public <T> T fold(
                Function<User, T> created,
                Function<User, T> present,
                Supplier<T> userConflict,
                Supplier<T> authorizationInUse) {
            return present.apply(user);
        }

        @Override
        public boolean isRenewal() {
            return true;
        }
    }

    /** The request contradicts the user who is there; nothing was changed. */
    record UserConflict() implements RegistrationOutcome {
        @Override
        public <T> T fold(
                Function<User, T> created,
                Function<User, T> present,
                Supplier<T> userConflict,
                Supplier<T> authorizationInUse) {
            return userConflict.get();
        }
    }

    /** Another auraId holds the authorizationId; nothing was changed. */
    record AuthorizationInUse() implements RegistrationOutcome {
        @Override
        public <T> T fold(
                Function<User, T> created,
                Function<User, T> present,
                Supplier<T> userConflict,
                Supplier<T> authorizationInUse) {
            return authorizationInUse.get();
        }
    }
}
