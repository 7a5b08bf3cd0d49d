package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.login.EndLogin;
import io.github.auraauth.port.in.login.LoginAnswer;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.user.RemoveUser;

/**
 * Removes the user of a logout state, and only then uses it up: whoever meets an outage can open the same link again. One
 * who is already gone is logged out as well as any.
 */
public final class LoginEnd implements EndLogin {
    private final StateDesk desk;
    private final OneTimeUse states;
    private final RemoveUser users;

    public LoginEnd(StateDesk desk, OneTimeUse states, RemoveUser users) {
        this.desk = requireNonNull(desk, "desk");
        this.states = requireNonNull(states, "states");
        this.users = requireNonNull(users, "users");
    }

    @Override
    public LoginAnswer end(LoginCall call, Deadline deadline) {
        return desk.answer(
                call,
                StatePurpose.LOGOUT,
                good -> states.unused(good, deadline, () -> {
                    users.remove(good.state().auraId(), deadline);
                    return states.once(good, deadline, () -> new LoginOutcome.Ended(good.target()));
                }));
    }
}
