package io.github.auraauth.usecase.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.RemoveOwnUser;
import io.github.auraauth.port.out.user.OwnedUsers;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.usecase.removal.CoherentUserCache;
import java.util.Objects;
import java.util.Optional;

/**
 * Removes a user if he is the caller's; one who is not there, or is another's, costs one read and leaves no line in the
 * log. The store decides once more, for the row may have become another's since it was read.
 */
public final class OwnUserRemoval implements RemoveOwnUser {
    private final UserStore store;
    private final OwnedUsers owned;
    private final CoherentUserCache cache;

    public OwnUserRemoval(UserStore store, OwnedUsers owned, CoherentUserCache cache) {
        this.store = Objects.requireNonNull(store, "store");
        this.owned = Objects.requireNonNull(owned, "owned");
        this.cache = Objects.requireNonNull(cache, "cache");
    }

    @Override
    public RemoveOutcome remove(AuraId auraId, UserId owner, Deadline deadline) {
        return store.findRow(auraId, deadline)
                .filter(row -> row.userId().equals(Optional.of(owner.value())))
                .map(row -> cache.change(auraId, deadline, () -> owned.remove(auraId, owner, deadline)))
                .orElse(RemoveOutcome.ABSENT);
    }
}
