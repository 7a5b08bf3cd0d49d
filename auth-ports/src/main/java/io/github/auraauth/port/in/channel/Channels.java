package io.github.auraauth.port.in.channel;

import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.port.Outage;
import java.util.Optional;

/** The channels that there are. Nothing here waits for anybody. Safe for use by many threads. */
public interface Channels {
    /**
     * The channel with an id, or empty where there is none. Where no list of channels is configured there is every channel,
     * without a name, and each gives anonymous identities.
     *
     * @throws Outage.Unavailable when a list is configured and none could be read since the start
     */
    Optional<Channel> find(ChannelId id);
}
