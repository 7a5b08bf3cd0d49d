package io.github.auraauth.domain.user;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** The decision on a registration for a user who is already there. */
public sealed interface RegistrationDecision {

    /** Calls the one function that fits. */
    <T> T fold(Function<User, T> keep, Function<User, T> update, Function<User, T> renew, Supplier<T> conflict);

    /**
     * Decides a registration with an authorizationId that the user already has: the same person, or a conflict.
     *
     * @param existing the unexpired user with the request's authorizationId
     */
    static RegistrationDecision ofKnownAuthorization(User existing, Registration request) {
        if (!existing.registration().isOfSamePersonAs(request)) {
            return new Conflict();
        }
        return existing.registration().equals(request) ? new Keep(existing) : new Update(existing.repeated(request));
    }

    /**
     * Decides a registration for a given auraId that is already there: with its own authorizationId as above, with a
     * new one a renewal of the session, in the same channel only.
     *
     * @param existing the unexpired user with the given auraId
     * @param identities for the global id of a person who may be another
     */
    static RegistrationDecision ofKnownAuraId(
            User existing, Registration request, UserIdentities identities, Instant now) {
        if (existing.registration().authorizationId().equals(request.authorizationId())) {
            return ofKnownAuthorization(existing, request);
        }
        if (!existing.registration().channelId().equals(request.channelId())) {
            return new Conflict();
        }
        AuraGlobalId globalId = identities.globalId(request.authentication());
        return new Renew(new User(existing.auraId(), globalId, request, existing.created(), now, now));
    }

    /** Nothing changes. */
    record Keep(User user) implements RegistrationDecision {
        public Keep {
            requireNonNull(user, "user");
        }

        @Override
        public <T> T fold(
                Function<User, T> keep, Function<User, T> update, Function<User, T> renew, Supplier<T> conflict) {
            return keep.apply(user);
        }
    }

    /** The same person; token or end changed. */
    record Update(User user) implements RegistrationDecision {
        public Update {
            requireNonNull(user, "user");
        }

        @Override
        public <T> T fold(
                Function<User, T> keep, Function<User, T> update, Function<User, T> renew, Supplier<T> conflict) {
            return update.apply(user);
        }
    }

    /** A new session of the auraId. */
    record Renew(User user) implements RegistrationDecision {
        public Renew {
            requireNonNull(user, "user");
        }

        @Override
        public <T> T fold(
                Function<User, T> keep, Function<User, T> update, Function<User, T> renew, Supplier<T> conflict) {
            return renew.apply(user);
        }
    }

    /** The request contradicts what is stored. */
    record Conflict() implements RegistrationDecision {
        @Override
        public <T> T fold(
                Function<User, T> keep, Function<User, T> update, Function<User, T> renew, Supplier<T> conflict) {
            return conflict.get();
        }
    }
}
