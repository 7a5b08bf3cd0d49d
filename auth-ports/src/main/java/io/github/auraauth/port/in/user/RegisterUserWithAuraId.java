package io.github.auraauth.port.in.user;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.port.Deadline;

/** Registers a user under an auraId that the channel gives: a new one, the one who is there, or a renewed session. */
public interface RegisterUserWithAuraId {

    /** @throws io.github.auraauth.port.Outage when the store is away, contended or too slow */
    RegistrationOutcome register(AuraId auraId, Registration registration, Deadline deadline);
}
