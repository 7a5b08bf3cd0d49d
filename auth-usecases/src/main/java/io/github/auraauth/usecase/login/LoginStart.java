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
    private final LoginStateVerifier states;
    private final ReplayGuard replays;
    private final LoginProvider provider;
    private final BrowserBinding browser;
    private final LoginPolicy policy;

    public LoginStart(
            LoginStateVerifier states,
            ReplayGuard replays,
            LoginProvider provider,
            BrowserBinding browser,
            LoginPolicy policy) {
        this.states = requireNonNull(states, "states");
        this.replays = requireNonNull(replays, "replays");
        this.provider = requireNonNull(provider, "provider");
        this.browser = requireNonNull(browser, "browser");
        this.policy = requireNonNull(policy, "policy");
    }

    @Override
    public LoginAnswer start(LoginCall call, Optional<Secret> cookie, Deadline deadline) {
        return states.verify(
                call,
                StatePurpose.LOGIN,
                verified -> replays.unused(
                        verified,
                        deadline,
                        () -> policy.confirmsLinks()
                                ? asked(verified, cookie)
                                : started(verified, browser.verifier(), deadline)));
    }

    @Override
    public LoginAnswer proceed(LoginCall call, LoginCall.Consent consent, Deadline deadline) {
        return states.verify(
                call,
                StatePurpose.LOGIN,
                verified -> replays.unused(
                        verified,
                        deadline,
                        () -> browser.confirmedStart(verified, consent)
                                .map(verifier -> started(verified, verifier, deadline))
                                .orElseGet(() -> new LoginOutcome.RefusedState(StateRefusal.BROWSER))));
    }

    /** Nobody is asked in vain while no login can go on. */
    private LoginOutcome asked(VerifiedState verified, Optional<Secret> cookie) {
        try {
            provider.requireAvailable();
        } catch (Outage away) {
            return new LoginOutcome.ProviderUnavailable(away);
        }
        return browser.startQuestion(verified, cookie);
    }

    private LoginOutcome started(VerifiedState verified, Secret verifier, Deadline deadline) {
        AuthorizationRequest request =
                new AuthorizationRequest(verified.text(), verified.state().nonce(), Pkce.challenge(verifier));
        try {
            provider.requireAvailable();
            return new LoginOutcome.Started(
                    provider.authorizationRequest(request, deadline), browser.keep(verified, verifier));
        } catch (Outage away) {
            return new LoginOutcome.ProviderUnavailable(away);
        }
    }
}
