package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.login.LoginAnswer;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.login.Logins;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.port.out.login.LoginProvider;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.util.Optional;

/** Logins and logouts through Kernel: verifies the state of each step, then takes the step. */
public final class LoginService implements Logins {
    /** Whoever opens a link with a state that was made for it. */
    private static final Actor STATE = Actor.labelled("state");

    private final LoginStateVerifier states;
    private final ReplayGuard replays;
    private final BrowserBinding browser;
    private final KernelLogin login;
    private final Users users;
    private final ActivityRecorder activity;
    private final LoginStart start;
    private final LoginCallback callback;

    /** @param login completes logins through {@code provider} */
    public LoginService(
            LoginStateVerifier states,
            ReplayGuard replays,
            LoginProvider provider,
            BrowserBinding browser,
            KernelLogin login,
            Users users,
            LoginPolicy policy,
            ActivityRecorder activity) {
        this.states = requireNonNull(states, "states");
        this.replays = requireNonNull(replays, "replays");
        this.browser = requireNonNull(browser, "browser");
        this.login = requireNonNull(login, "login");
        this.users = requireNonNull(users, "users");
        this.activity = requireNonNull(activity, "activity");
        requireNonNull(policy, "policy");
        this.start = new LoginStart(replays, requireNonNull(provider, "provider"), browser, policy.confirmsLinks());
        this.callback = new LoginCallback(replays, browser, login, policy);
    }

    @Override
    public LoginAnswer start(LoginCall call, Optional<Secret> cookie, Deadline deadline) {
        return states.verify(call, StatePurpose.LOGIN, verified -> start.start(verified, cookie, deadline));
    }

    @Override
    public LoginAnswer proceed(LoginCall call, LoginCall.Consent consent, Deadline deadline) {
        return states.verify(call, StatePurpose.LOGIN, verified -> start.proceed(verified, consent, deadline));
    }

    @Override
    public LoginAnswer receive(LoginCall call, LoginCall.Reply reply, Deadline deadline) {
        return states.verify(call, StatePurpose.LOGIN, verified -> callback.receive(verified, reply, deadline));
    }

    /** Verifies everything again, since minutes may have passed. */
    @Override
    public LoginAnswer confirm(LoginCall call, Secret code, LoginCall.Consent consent, Deadline deadline) {
        return states.verify(
                call,
                StatePurpose.LOGIN,
                verified -> browser.isAnswer(verified, consent)
                        ? login.finish(verified, code, Optional.empty(), deadline)
                        : new LoginOutcome.RefusedState(StateRefusal.BROWSER));
    }

    /** Removes the user before it uses the state up: after an outage the same link can be opened again. */
    @Override
    public LoginAnswer end(LoginCall call, Deadline deadline) {
        return states.verify(
                call,
                StatePurpose.LOGOUT,
                verified -> replays.unused(verified, deadline, () -> {
                    AuraId auraId = verified.state().auraId();
                    RemoveOutcome outcome =
                            activity.attempt(Event.LOGOUT, STATE, auraId, () -> users.remove(auraId, deadline));
                    if (outcome == RemoveOutcome.REMOVED) {
                        activity.note(Event.LOGOUT, STATE, auraId, deadline);
                    }
                    return replays.once(verified, deadline, () -> new LoginOutcome.Ended(verified.target()));
                }));
    }
}
