package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kernel.Pkce;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.LoginAnswer;
import io.github.auraauth.port.in.LoginCall;
import io.github.auraauth.port.in.LoginOutcome;
import io.github.auraauth.port.in.StartLogin;
import io.github.auraauth.port.out.LoginProvider;
import io.github.auraauth.port.out.LoginProvider.AuthorizationRequest;
import io.github.auraauth.port.out.Outage;
import java.security.SecureRandom;

/** Sends a browser to the provider with a PKCE challenge, whose verifier only that browser can bring back. */
public final class LoginStart implements StartLogin {
    private final StateDesk desk;
    private final LoginProvider provider;
    private final BrowserBinding browser;
    private final OneTimeUse states;
    private final SecureRandom random;

    public LoginStart(
            StateDesk desk, OneTimeUse states, LoginProvider provider, BrowserBinding browser, SecureRandom random) {
        this.desk = requireNonNull(desk, "desk");
        this.states = requireNonNull(states, "states");
        this.provider = requireNonNull(provider, "provider");
        this.browser = requireNonNull(browser, "browser");
        this.random = requireNonNull(random, "random");
    }

    @Override
    public LoginAnswer start(LoginCall call, Deadline deadline) {
        return desk.answer(
                call, StatePurpose.LOGIN, good -> states.unused(good, deadline, () -> started(good, deadline)));
    }

    private LoginOutcome started(GoodState good, Deadline deadline) {
        Secret verifier = Pkce.verifier(random);
        AuthorizationRequest request =
                new AuthorizationRequest(good.text(), good.state().nonce(), Pkce.challenge(verifier));
        try {
            return new LoginOutcome.Started(
                    provider.authorizationRequest(request, deadline), browser.keep(good, verifier));
        } catch (Outage away) {
            return new LoginOutcome.ProviderAway(away);
        }
    }
}
