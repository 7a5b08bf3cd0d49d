package io.github.auraauth.usecase.login;

import io.github.auraauth.domain.kernel.Pkce;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.out.login.LoginProvider;
import io.github.auraauth.port.out.login.LoginProvider.AuthorizationRequest;
import java.util.Optional;

/**
 * Asks the person who opens a link, and sends a browser to the provider with a PKCE challenge, whose verifier only that
 * browser can bring back.
 */
final class LoginStart {
    private final ReplayGuard replays;
    private final LoginProvider provider;
    private final BrowserBinding browser;
    private final boolean asks;

    /** @param asks whether the person is asked first */
    LoginStart(ReplayGuard replays, LoginProvider provider, BrowserBinding browser, boolean asks) {
        this.replays = replays;
        this.provider = provider;
        this.browser = browser;
        this.asks = asks;
    }

    /** @param cookie of an earlier start of the same login in this browser */
    LoginOutcome start(VerifiedState verified, Optional<Secret> cookie, Deadline deadline) {
        return replays.unused(
                verified,
                deadline,
                () -> asks ? asked(verified, cookie) : started(verified, browser.verifier(), deadline));
    }

    LoginOutcome proceed(VerifiedState verified, LoginCall.Consent consent, Deadline deadline) {
        return replays.unused(
                verified,
                deadline,
                () -> browser.confirmedStart(verified, consent)
                        .map(verifier -> started(verified, verifier, deadline))
                        .orElseGet(() -> new LoginOutcome.RefusedState(StateRefusal.BROWSER)));
    }

    /** Asks only while a login can go on afterwards. */
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
