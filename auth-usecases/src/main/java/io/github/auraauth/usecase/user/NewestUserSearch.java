package io.github.auraauth.usecase.user;

import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.user.FindNewestUser;
import io.github.auraauth.port.out.user.UserStore;
import java.util.Objects;
import java.util.Optional;

/** Asks the store for the newest user of a global id. */
public final class NewestUserSearch implements FindNewestUser {
    private final UserStore store;

    public NewestUserSearch(UserStore store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    @Override
    public Optional<AuraId> findNewest(AuraGlobalId auraGlobalId, ChannelId channelId, Deadline deadline) {
        return store.findNewest(auraGlobalId, channelId, deadline).map(User::auraId);
    }
}
