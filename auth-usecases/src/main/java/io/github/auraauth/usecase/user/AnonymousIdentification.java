package io.github.auraauth.usecase.user;

import io.github.auraauth.domain.user.AnonymousUser;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.port.in.user.IdentifyAnonymousUser;
import java.util.Objects;

/** Identities of anonymous users, made from the seed; nothing is stored. */
public final class AnonymousIdentification implements IdentifyAnonymousUser {
    private final UserIdentities identities;

    public AnonymousIdentification(UserIdentities identities) {
        this.identities = Objects.requireNonNull(identities, "identities");
    }

    @Override
    public AnonymousUser identify(AuraId auraId, ChannelId channelId) {
        return identities.anonymous(auraId, channelId);
    }
}
