package io.github.auraauth.usecase.user;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.OwnUsers;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.port.out.user.OwnedUsers;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.invalidation.CoherentUserCache;
import java.util.Objects;
import java.util.Optional;

/** The users of one person: compares the owner before it removes or returns one, and notes changes as Kernel's. */
public final class OwnUserService implements OwnUsers {
    private static final Actor KERNEL = Actor.labelled("kernel");

    private final Users users;
    private final UserStore store;
    private final OwnedUsers owned;
    private final CoherentUserCache cache;
    private final ActivityRecorder activity;

    public OwnUserService(
            Users users, UserStore store, OwnedUsers owned, CoherentUserCache cache, ActivityRecorder activity) {
        this.users = Objects.requireNonNull(users, "users");
        this.store = Objects.requireNonNull(store, "store");
        this.owned = Objects.requireNonNull(owned, "owned");
        this.cache = Objects.requireNonNull(cache, "cache");
        this.activity = Objects.requireNonNull(activity, "activity");
    }

    @Override
    public RegistrationOutcome register(Registration registration, Deadline deadline) {
        return UserChangeService.registered(users, registration, KERNEL, activity, deadline);
    }

    /**
     * A user who is absent, or another person's, costs one read and leaves no line in the log. The store compares the
     * owner once more, for the row may have become another person's since it was read.
     */
    @Override
    public RemoveOutcome remove(AuraId auraId, UserId owner, Deadline deadline) {
        RemoveOutcome outcome = store.findRow(auraId, deadline)
                .filter(row -> row.userId().equals(Optional.of(owner.value())))
                .map(row -> activity.attempt(
                        Event.USER_REMOVE,
                        KERNEL,
                        auraId,
                        () -> cache.change(auraId, deadline, () -> owned.remove(auraId, owner, deadline))))
                .orElse(RemoveOutcome.ABSENT);
        if (outcome == RemoveOutcome.REMOVED) {
            activity.note(Event.USER_REMOVE, KERNEL, auraId, deadline);
        }
        return outcome;
    }

    @Override
    public Optional<AuraId> findNewest(
            AuraGlobalId auraGlobalId, ChannelId channelId, UserId owner, Deadline deadline) {
        return store.findNewest(auraGlobalId, channelId, deadline)
                .filter(user -> user.registration().userId().equals(owner))
                .map(User::auraId);
    }
}
