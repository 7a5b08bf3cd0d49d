package io.github.auraauth.port.out.channel;

import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.util.List;

/** Lists the operator's channels. Safe for use by many threads. */
public interface ChannelDirectory {
    /**
     * All channels, in no particular order, each id once. Unmodifiable.
     *
     * @throws Outage when the list cannot be had by the deadline, or is none; a part of it is never given for the whole
     */
    List<Channel> all(Deadline deadline);
}
