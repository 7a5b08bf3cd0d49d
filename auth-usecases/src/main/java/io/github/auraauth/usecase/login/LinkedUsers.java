package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.user.RegisterUserWithAuraId;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.in.user.RemoveUser;

/** Registers whom a login has proved, unless he was erased meanwhile. */
public final class LinkedUsers {
    private final RegisterUserWithAuraId registering;
    private final RemoveUser removing;
    private final OneTimeUse states;

    public LinkedUsers(RegisterUserWithAuraId registering, RemoveUser removing, OneTimeUse states) {
        this.registering = requireNonNull(registering, "registering");
        this.removing = requireNonNull(removing, "removing");
        this.states = requireNonNull(states, "states");
    }

    /**
     * Looks for an erasure before and after: one that begins between finds the new row, or is found by the second look,
     * since it notes the auraId before it looks for rows the last time.
     */
    LoginOutcome register(GoodState good, Registration registration, Deadline deadline) {
        if (states.isFromBeforeErasure(good.state(), deadline)) {
            return new LoginOutcome.RefusedState(StateRefusal.OLD);
        }
        RegistrationOutcome outcome = registering.register(good.state().auraId(), registration, deadline);
        if (states.isFromBeforeErasure(good.state(), deadline)) {
            removing.remove(good.state().auraId(), deadline);
            return new LoginOutcome.RefusedState(StateRefusal.OLD);
        }
        return outcome.fold(
                created -> new LoginOutcome.Ended(good.target()),
                present -> new LoginOutcome.Ended(good.target()),
                LoginOutcome.Conflict::new,
                LoginOutcome.Conflict::new);
    }
}
