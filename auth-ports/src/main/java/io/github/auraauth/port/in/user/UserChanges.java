package io.github.auraauth.port.in.user;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.erasure.PersonErasure;
import io.github.auraauth.port.in.erasure.PersonErasure.ErasureOutcome;

/**
 * Changes of users, with whoever wants them: each change is in the audit trail before this returns. An
 * {@link io.github.auraauth.port.Outage} as in {@link Users}, and where the trail cannot be written; the change may then be made,
 * and its entry is stored as soon as that can be. Safe for use by many threads.
 */
public interface UserChanges {

    /** As {@link Users#register}. */
    RegistrationOutcome register(Registration registration, Actor actor, Deadline deadline);

    /** As {@link Users#registerWithAuraId}. */
    RegistrationOutcome registerWithAuraId(AuraId auraId, Registration registration, Actor actor, Deadline deadline);

    /** As {@link Users#remove}. */
    RemoveOutcome remove(AuraId auraId, Actor actor, Deadline deadline);

    /** As {@link PersonErasure#erase}. */
    ErasureOutcome erase(PhoneNumber phoneNumber, Actor actor, Deadline deadline);
}
