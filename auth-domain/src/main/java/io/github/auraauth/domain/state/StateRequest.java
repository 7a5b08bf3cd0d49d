package io.github.auraauth.domain.state;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;

/** A request for a new state; its time and nonce are given to it when it is issued. */
public record StateRequest(AuraId auraId, ChannelId channelId, StatePurpose purpose, LoginState.Extras extras) {
    public StateRequest {
        requireNonNull(auraId, "auraId");
        requireNonNull(channelId, "channelId");
        requireNonNull(purpose, "purpose");
        requireNonNull(extras, "extras");
    }
}
