package io.github.auraauth.port.in.user;

import io.github.auraauth.domain.user.AnonymousUser;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;

/** Gives an auraId that nobody registered its consistent identity in a channel. */
public interface IdentifyAnonymousUser {

    /** The same for the same arguments on every instance and in every release. */
    AnonymousUser identify(AuraId auraId, ChannelId channelId);
}
