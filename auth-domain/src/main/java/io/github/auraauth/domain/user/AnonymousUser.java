package io.github.auraauth.domain.user;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** The identity that an unknown auraId has in a channel: never stored, always the same. */
public record AnonymousUser(AuraId auraId, UUID userId, AuraGlobalId auraGlobalId, ChannelId channelId) {
    public AnonymousUser {
        requireNonNull(auraId, "auraId");
        requireNonNull(userId, "userId");
        requireNonNull(auraGlobalId, "auraGlobalId");
        requireNonNull(channelId, "channelId");
    }
}
