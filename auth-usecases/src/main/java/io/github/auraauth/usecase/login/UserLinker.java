package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.in.user.Users;
import java.util.Optional;

/** Registers the person that a login has authenticated, unless they were erased meanwhile. */
public final class UserLinker {
    private final Users users;
    private final ReplayGuard replays;

    public UserLinker(Users users, ReplayGuard replays) {
        this.users = requireNonNull(users, "users");
        this.replays = requireNonNull(replays, "replays");
    }

    /**
     * Looks for an erasure before and after: one that begins between finds the new row, or is found by the second look,
     * since it notes the auraId before it looks for rows the last time.
     */
    LoginOutcome register(VerifiedState verified, Registration registration, Deadline deadline) {
        if (replays.isFromBeforeErasure(verified.state(), deadline)) {
            return new LoginOutcome.RefusedState(StateRefusal.OLD);
        }
        RegistrationOutcome outcome = users.registerWithAuraId(verified.state().auraId(), registration, deadline);
        if (replays.isFromBeforeErasure(verified.state(), deadline)) {
            users.remove(verified.state().auraId(), deadline);
            return new LoginOutcome.RefusedState(StateRefusal.OLD);
        }
        return outcome.fold(
                created -> ended(verified, registration),
                present -> ended(verified, registration),
                LoginOutcome.Conflict::new,
                LoginOutcome.Conflict::new);
    }

    private static LoginOutcome ended(VerifiedState verified, Registration registration) {
        return new LoginOutcome.Ended(
                verified.target(), Optional.of(registration.authentication().type()));
    }
}
