package io.github.auraauth.adapter.http.user;

import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.channel.Channels;

/** Reads the channel that a call comes through. */
public final class ChannelReader {
    private final Channels channels;

    public ChannelReader(Channels channels) {
        this.channels = channels;
    }

    /**
     * The channel, which must be given; answers 400 where it is unknown.
     *
     * @throws Outage.Unavailable when it cannot be told which ones are
     */
    public Channel read(Inputs inputs, Input place) {
        return inputs.required(
                place,
                text -> ChannelId.parse(text).flatMap(channels::find),
                text -> "must be the id of a channel that is configured, and is of none");
    }
}
