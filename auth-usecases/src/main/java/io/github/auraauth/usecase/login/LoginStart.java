package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kernel.Pkce;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.login.LoginAnswer;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.login.StartLogin;
import io.github.auraauth.port.out.login.LoginProvider;
import io.github.auraauth.port.out.login.LoginProvider.AuthorizationRequest;
import java.util.Optional;

/**
 * Asks whoever opens a link, and sends a browser to the provider with a PKCE challenge, whose verifier only that browser
 * can bring back.
 */
public final class LoginStart implements StartLogin {
    private final StateDesk desk;
    private final OneTimeUse states;
    private final LoginProvider provider;
    private final BrowserBinding browser;
    private final LoginManner manner;

    public LoginStart(
            StateDesk desk, OneTimeUse states, LoginProvider provider, BrowserBinding browser, LoginManner manner) {
        this.desk = requireNonNull(desk, "desk");
        this.states = requireNonNull(states, "states");
        this.provider = requireNonNull(provider, "provider");
        this.browser = requireNonNull(browser, "browser");
        this.manner = requireNonNull(manner, "manner");
    }

    @Override
    public LoginAnswer start(LoginCall call, Optional<Secret> cookie, Deadline deadline) {
        return desk.answer(
                call,
                StatePurpose.LOGIN,
                good -> states.unused(
                        good,
                        deadline,
                        () -> manner.confirmsLinks()
                                ? asked(good, cookie)
                                : started(good, browser.verifier(), deadline)));
    }

    @Override
    public LoginAnswer proceed(LoginCall call, LoginCall.Consent consent, Deadline deadline) {
        return desk.answer(
                call,
                StatePurpose.LOGIN,
                good -> states.unused(
                        good,
                        deadline,
                        () -> browser.confirmedStart(good, consent)
                                .map(verifier -> started(good, verifier, deadline))
                                .orElseGet(() -> new LoginOutcome.RefusedState(StateRefusal.BROWSER))));
    }

    /** Nobody is asked in vain while no login can go on. */
    private LoginOutcome asked(GoodState good, Optional<Secret> cookie) {
        try {
            provider.requireAvailable();
        } catch (Outage away) {
            return new LoginOutcome.ProviderUnavailable(away);
        }
        return browser.startQuestion(good, cookie);
    }

    private LoginOutcome started(GoodState good, Secret verifier, Deadline deadline) {
        AuthorizationRequest request =
                new AuthorizationRequest(good.text(), good.state().nonce(), Pkce.challenge(verifier));
        try {
            provider.requireAvailable();
            return new LoginOutcome.Started(
                    provider.authorizationRequest(request, deadline), browser.keep(good, verifier));
        } catch (Outage away) {
            return new LoginOutcome.ProviderUnavailable(away);
        }
    }
}
