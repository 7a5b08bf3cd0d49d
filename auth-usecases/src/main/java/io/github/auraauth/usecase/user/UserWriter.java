package io.github.auraauth.usecase.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.RegistrationDecision;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.port.out.user.UserStore.RemovalCondition;
import io.github.auraauth.port.out.user.UserStore.ReplaceOutcome;
import io.github.auraauth.usecase.invalidation.CoherentUserCache;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes users' rows so that no cache outlives the change. An empty answer means that another writer was faster: decide
 * again.
 */
public final class UserWriter {
    private final UserStore store;
    private final CoherentUserCache cache;

    public UserWriter(UserStore store, CoherentUserCache cache) {
        this.store = Objects.requireNonNull(store, "store");
        this.cache = Objects.requireNonNull(cache, "cache");
    }

    /**
     * Creates a user under a given auraId. Nothing but an absence can be cached of it, unless a user of it has expired.
     *
     * @param known decides where another user has the auraId
     * @param held decides where another user has the authorizationId
     */
    Optional<RegistrationOutcome> create(
            User user,
            Function<User, Optional<RegistrationOutcome>> known,
            Function<User, Optional<RegistrationOutcome>> held,
            Deadline deadline) {
        return store.insert(user, deadline)
                .fold(
                        () -> {
                            cache.refresh(user.auraId());
                            return Optional.of(new RegistrationOutcome.Created(user));
                        },
                        known,
                        () -> {
                            removeExpired(user.auraId(), deadline);
                            return Optional.empty();
                        },
                        held,
                        () -> Optional.of(new RegistrationOutcome.UserConflict()));
    }

    /** Does what was decided for the existing user. */
    Optional<RegistrationOutcome> carryOut(User existing, RegistrationDecision decision, Deadline deadline) {
        return decision.fold(
                user -> Optional.of(new RegistrationOutcome.Found(user)),
                user -> update(existing, user, deadline),
                user -> renew(existing, user, deadline),
                () -> Optional.of(new RegistrationOutcome.UserConflict()));
    }

    /** Removes the row with that auraId, expired or not, readable or not. */
    RemoveOutcome remove(AuraId auraId, Deadline deadline) {
        return cache.change(auraId, deadline, () -> store.remove(auraId, RemovalCondition.ALWAYS, deadline));
    }

    private void removeExpired(AuraId auraId, Deadline deadline) {
        cache.change(auraId, deadline, () -> store.remove(auraId, RemovalCondition.IF_EXPIRED, deadline));
    }

    /**
     * Removes a row by what is given. No cache can hold one without an auraId of our form.
     *
     * @param removal removes the row in its store
     */
    public RemoveOutcome remove(UserRow row, Deadline deadline, Supplier<RemoveOutcome> removal) {
        return row.auraId()
                .flatMap(AuraId::parse)
                .map(auraId -> cache.change(auraId, deadline, removal))
                .orElseGet(removal);
    }

    /** A new token alone is in no cache, so the log need not know of it. */
    private Optional<RegistrationOutcome> update(User existing, User updated, Deadline deadline) {
        boolean cached = !existing.withoutIdTokenHint().equals(updated.withoutIdTokenHint());
        ReplaceOutcome outcome =
                cached ? replace(existing, updated, deadline) : store.replace(existing, updated, deadline);
        return replaced(outcome, updated, RegistrationOutcome.Found::new);
    }

    private Optional<RegistrationOutcome> renew(User existing, User renewed, Deadline deadline) {
        return replaced(replace(existing, renewed, deadline), renewed, RegistrationOutcome.Renewed::new);
    }

    private ReplaceOutcome replace(User existing, User replacement, Deadline deadline) {
        return cache.change(existing.auraId(), deadline, () -> store.replace(existing, replacement, deadline));
    }

    private static Optional<RegistrationOutcome> replaced(
            ReplaceOutcome outcome, User user, Function<User, RegistrationOutcome> whenReplaced) {
        return switch (outcome) {
            case REPLACED -> Optional.of(whenReplaced.apply(user));
            case CHANGED_MEANWHILE -> Optional.empty();
            case AUTHORIZATION_TAKEN -> Optional.of(new RegistrationOutcome.AuthorizationInUse());
            case TAKEN_BY_UNREADABLE -> Optional.of(new RegistrationOutcome.UserConflict());
        };
    }
}
