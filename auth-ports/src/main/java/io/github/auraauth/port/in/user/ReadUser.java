package io.github.auraauth.port.in.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/** Reads a registered user. A removed one is absent on every instance within a second. */
public interface ReadUser {

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
}
