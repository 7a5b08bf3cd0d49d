package io.github.auraauth.port.in.user;

import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.port.Deadline;

/** Registers a user by authorizationId: the one who is there, or a new one. One authorizationId is one user. */
public interface RegisterUser {

    /**
     * Never answers {@link RegistrationOutcome.Renewed} or {@link RegistrationOutcome.AuthorizationInUse}.
     *
     * @throws io.github.auraauth.port.Outage when the store is away, contended or too slow
     */
    RegistrationOutcome register(Registration registration, Deadline deadline);
}
