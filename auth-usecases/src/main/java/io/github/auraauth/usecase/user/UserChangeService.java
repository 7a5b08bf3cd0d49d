package io.github.auraauth.usecase.user;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.erasure.PersonErasure;
import io.github.auraauth.port.in.erasure.PersonErasure.ErasureOutcome;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.in.user.UserChanges;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.util.concurrent.atomic.AtomicBoolean;

/** Changes users and notes it, once it is done and before it is answered. */
public final class UserChangeService implements UserChanges {
    private final Users users;
    private final PersonErasure erasure;
    private final ActivityRecorder activity;

    public UserChangeService(Users users, PersonErasure erasure, ActivityRecorder activity) {
        this.users = requireNonNull(users, "users");
        this.erasure = requireNonNull(erasure, "erasure");
        this.activity = requireNonNull(activity, "activity");
    }

    @Override
    public RegistrationOutcome register(Registration registration, Actor actor, Deadline deadline) {
        return registered(users, registration, actor, activity, deadline);
    }

    @Override
    public RegistrationOutcome registerWithAuraId(
            AuraId auraId, Registration registration, Actor actor, Deadline deadline) {
        RegistrationOutcome outcome = activity.attempt(
                Event.USER_REGISTER, actor, auraId, () -> users.registerWithAuraId(auraId, registration, deadline));
        return noted(outcome, actor, activity, deadline);
    }

    @Override
    public RemoveOutcome remove(AuraId auraId, Actor actor, Deadline deadline) {
        RemoveOutcome outcome =
                activity.attempt(Event.USER_REMOVE, actor, auraId, () -> users.remove(auraId, deadline));
        if (outcome == RemoveOutcome.REMOVED) {
            activity.note(Event.USER_REMOVE, actor, auraId, deadline);
        }
        return outcome;
    }

    /** Notes also one that was begun and not finished, since it will be. */
    @Override
    public ErasureOutcome erase(PhoneNumber phoneNumber, Actor actor, Deadline deadline) {
        AtomicBoolean begun = new AtomicBoolean();
        ErasureOutcome outcome = activity.attempt(
                Event.USER_ERASE,
                actor,
                phoneNumber,
                begun::get,
                () -> erasure.erase(phoneNumber, () -> begun.set(true), deadline));
        if (outcome == ErasureOutcome.ERASED) {
            activity.note(Event.USER_ERASE, actor, phoneNumber, deadline);
        }
        return outcome;
    }

    /** Registers by authorizationId; the outcome, once it is noted what it changed. */
    static RegistrationOutcome registered(
            Users users, Registration registration, Actor actor, ActivityRecorder activity, Deadline deadline) {
        RegistrationOutcome outcome = activity.attempt(
                Event.USER_REGISTER,
                actor,
                registration.authorizationId(),
                () -> users.register(registration, deadline));
        return noted(outcome, actor, activity, deadline);
    }

    private static RegistrationOutcome noted(
            RegistrationOutcome outcome, Actor actor, ActivityRecorder activity, Deadline deadline) {
        return outcome.fold(
                user -> {
                    activity.note(Event.USER_REGISTER, actor, user.auraId(), deadline);
                    return outcome;
                },
                user -> {
                    activity.note(Event.USER_RENEW, actor, user.auraId(), deadline);
                    return outcome;
                },
                () -> outcome,
                () -> outcome);
    }
}
