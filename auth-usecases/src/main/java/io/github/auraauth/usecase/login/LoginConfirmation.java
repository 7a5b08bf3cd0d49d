package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.login.ConfirmLogin;
import io.github.auraauth.port.in.login.LoginAnswer;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.in.login.LoginOutcome;
import java.util.Optional;

/** Looks at everything again, since minutes may have passed, and goes on for whoever was asked. */
public final class LoginConfirmation implements ConfirmLogin {
    private final LoginStateVerifier states;
    private final BrowserBinding browser;
    private final KernelLogin login;

    public LoginConfirmation(LoginStateVerifier states, BrowserBinding browser, KernelLogin login) {
        this.states = requireNonNull(states, "states");
        this.browser = requireNonNull(browser, "browser");
        this.login = requireNonNull(login, "login");
    }

    @Override
    public LoginAnswer confirm(LoginCall call, Secret code, LoginCall.Consent consent, Deadline deadline) {
        return states.verify(
                call,
                StatePurpose.LOGIN,
                verified -> browser.isAnswer(verified, consent)
                        ? login.finish(verified, code, Optional.empty(), deadline)
                        : new LoginOutcome.RefusedState(StateRefusal.BROWSER));
    }
}
