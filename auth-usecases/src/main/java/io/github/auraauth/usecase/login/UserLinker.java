package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.util.Optional;

/** Registers the person that a login has authenticated, unless they were erased meanwhile, and notes it as Kernel's doing. */
public final class UserLinker {
    private static final Actor KERNEL = Actor.labelled("kernel");

    private final Users users;
    private final ReplayGuard replays;
    private final ActivityRecorder activity;

    public UserLinker(Users users, ReplayGuard replays, ActivityRecorder activity) {
        this.users = requireNonNull(users, "users");
        this.replays = requireNonNull(replays, "replays");
        this.activity = requireNonNull(activity, "activity");
    }

    /**
     * Looks for an erasure before and after: one that begins between finds the new row, or is found by the second look,
     * since it notes the auraId before it looks for rows the last time.
     */
    LoginOutcome register(VerifiedState verified, Registration registration, Deadline deadline) {
        if (replays.isFromBeforeErasure(verified.state(), deadline)) {
            return new LoginOutcome.RefusedState(StateRefusal.OLD);
        }
        AuraId auraId = verified.state().auraId();
        RegistrationOutcome outcome = activity.attempt(
                Event.LOGIN_LINK, KERNEL, auraId, () -> users.registerWithAuraId(auraId, registration, deadline));
        if (isErasedMeanwhile(verified.state(), outcome, deadline)) {
            return new LoginOutcome.RefusedState(StateRefusal.OLD);
        }
        return outcome.fold(
                created -> linked(verified, registration, deadline),
                present -> linked(verified, registration, deadline),
                LoginOutcome.Conflict::new,
                LoginOutcome.Conflict::new);
    }

    /** Undoes the registration where it is so; where that is not known, the person is linked, and it is noted. */
    private boolean isErasedMeanwhile(LoginState state, RegistrationOutcome outcome, Deadline deadline) {
        try {
            boolean erased = replays.isFromBeforeErasure(state, deadline);
            if (erased) {
                users.remove(state.auraId(), deadline);
            }
            return erased;
        } catch (Outage outage) {
            if (outcome.fold(created -> true, present -> true, () -> false, () -> false)) {
                activity.noteLater(Event.LOGIN_LINK, KERNEL, state.auraId());
            }
            throw outage;
        }
    }

    private LoginOutcome linked(VerifiedState verified, Registration registration, Deadline deadline) {
        activity.note(Event.LOGIN_LINK, KERNEL, verified.state().auraId(), deadline);
        return new LoginOutcome.Ended(
                verified.target(), Optional.of(registration.authentication().type()));
    }
}
