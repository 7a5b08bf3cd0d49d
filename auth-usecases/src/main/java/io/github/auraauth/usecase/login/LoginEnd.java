package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.login.EndLogin;
import io.github.auraauth.port.in.login.LoginAnswer;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.user.Users;

/**
 * Removes the user of a logout state, and only then uses it up: whoever meets an outage can open the same link again. One
 * who is already gone is logged out as well as any.
 */
public final class LoginEnd implements EndLogin {
    private final LoginStateVerifier states;
    private final ReplayGuard replays;
    private final Users users;

    public LoginEnd(LoginStateVerifier states, ReplayGuard replays, Users users) {
        this.states = requireNonNull(states, "states");
        this.replays = requireNonNull(replays, "replays");
        this.users = requireNonNull(users, "users");
    }

    @Override
    public LoginAnswer end(LoginCall call, Deadline deadline) {
        return states.verify(
                call,
                StatePurpose.LOGOUT,
                verified -> replays.unused(verified, deadline, () -> {
                    users.remove(verified.state().auraId(), deadline);
                    return replays.once(verified, deadline, () -> new LoginOutcome.Ended(verified.target()));
                }));
    }
}
