package io.github.auraauth.port.in.user;

import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/** Finds the last valid user of a global id in a channel. */
public interface FindNewestUser {

    /** @throws io.github.auraauth.port.Outage when the store is away or too slow */
    Optional<AuraId> findNewest(AuraGlobalId auraGlobalId, ChannelId channelId, Deadline deadline);
}
