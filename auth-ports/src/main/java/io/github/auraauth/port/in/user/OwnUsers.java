package io.github.auraauth.port.in.user;

import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/**
 * The users of one person, as that person asks for them through Kernel. Another person's user is never touched and counts
 * as absent. Safe for use by many threads.
 */
public interface OwnUsers {

    /**
     * Registers a user of the person by authorizationId, as {@link Users#register} does.
     *
     * @param registration made of what Kernel says of the person
     * @throws io.github.auraauth.port.Outage when the store is away, contended or too slow
     */
    RegistrationOutcome register(Registration registration, Deadline deadline);

    /**
     * Removes a user of the owner, so that no cache returns them.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow; the row may then be gone or not
     */
    RemoveOutcome remove(AuraId auraId, UserId owner, Deadline deadline);

    /**
     * The last valid user of a global id in a channel; empty too when that is not the owner's.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow
     */
    Optional<AuraId> findNewest(AuraGlobalId auraGlobalId, ChannelId channelId, UserId owner, Deadline deadline);
}
