package io.github.auraauth.usecase.user;

import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.FindOwnNewestUser;
import io.github.auraauth.port.out.user.UserStore;
import java.util.Objects;
import java.util.Optional;

/** Asks the store for the newest user of a global id, and looks whose he is. */
public final class OwnNewestUserSearch implements FindOwnNewestUser {
    private final UserStore store;

    public OwnNewestUserSearch(UserStore store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    @Override
    public Optional<AuraId> findNewest(
            AuraGlobalId auraGlobalId, ChannelId channelId, UserId owner, Deadline deadline) {
        return store.findNewest(auraGlobalId, channelId, deadline)
                .filter(user -> user.registration().userId().equals(owner))
                .map(User::auraId);
    }
}
