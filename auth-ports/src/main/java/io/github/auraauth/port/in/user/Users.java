package io.github.auraauth.port.in.user;

import io.github.auraauth.domain.user.AnonymousUser;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/**
 * The registered users, as channels and services ask for them. A removed user is absent on every instance within a second.
 * Safe for use by many threads.
 */
public interface Users {

    /**
     * Registers a user by authorizationId: the one who has it, or a new one. One authorizationId is one user. Never answers
     * {@link RegistrationOutcome.Renewed} or {@link RegistrationOutcome.AuthorizationInUse}.
     *
     * @throws io.github.auraauth.port.Outage when the store is away, contended or too slow
     */
    RegistrationOutcome register(Registration registration, Deadline deadline);

    /**
     * Registers a user under an auraId that the channel gives: a new one, the one who has it, or that one with a new
     * session.
     *
     * @throws io.github.auraauth.port.Outage when the store is away, contended or too slow
     */
    RegistrationOutcome registerWithAuraId(AuraId auraId, Registration registration, Deadline deadline);

    /**
     * The user, from a cache or the store; without idTokenHint.
     *
     * @throws io.github.auraauth.port.Outage when the store is needed and away or too slow
     */
    Optional<User> read(AuraId auraId, Deadline deadline);

    /**
     * The user with the idTokenHint, always from the store, since no cache holds it.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow
     */
    Optional<User> readWithIdTokenHint(AuraId auraId, Deadline deadline);

    /**
     * The last valid user of a global id in a channel.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow
     */
    Optional<AuraId> findNewest(AuraGlobalId auraGlobalId, ChannelId channelId, Deadline deadline);

    /**
     * The identity in a channel of an auraId that nobody registered: the same for the same arguments on every instance and
     * in every release. Nothing is stored.
     */
    AnonymousUser identifyAnonymous(AuraId auraId, ChannelId channelId);

    /**
     * Removes a user, so that no cache returns them.
     *
     * @throws io.github.auraauth.port.Outage when the store is away or too slow; the row may then be gone or not
     */
    RemoveOutcome remove(AuraId auraId, Deadline deadline);
}
