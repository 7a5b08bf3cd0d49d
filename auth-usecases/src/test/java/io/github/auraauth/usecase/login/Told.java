package io.github.auraauth.usecase.login;

import io.github.auraauth.domain.kernel.RefusalKind;
import io.github.auraauth.domain.redirect.TrustedRedirect;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.token.TokenRefusal;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.login.BrowserCookie;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.login.LoginQuestion;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** An outcome as tests look at it: one word for its case, and what it holds. */
final class Told implements LoginOutcome.Cases<Told.Outcome> {
    record Outcome(String word, Optional<Secret> held, Optional<Secret> token, Optional<String> text) {
        static Outcome of(String word) {
            return new Outcome(word, Optional.empty(), Optional.empty(), Optional.empty());
        }

        Secret cookie() {
            return held.orElseThrow();
        }
    }

    @Override
    public Outcome started(URI authorization, BrowserCookie cookie) {
        return new Outcome(
                "started", Optional.of(cookie.value()), Optional.empty(), Optional.of(authorization.toString()));
    }

    @Override
    public Outcome unconfirmed(LoginQuestion confirmation) {
        return new Outcome(
                "unconfirmed",
                Optional.of(confirmation.cookie().value()),
                Optional.of(confirmation.token()),
                Optional.of(confirmation.maskedAuraId()));
    }

    @Override
    public Outcome ended(Optional<TrustedRedirect> target) {
        return new Outcome(
                "ended",
                Optional.empty(),
                Optional.empty(),
                target.map(TrustedRedirect::uri).map(URI::toString));
    }

    @Override
    public Outcome refusedState(StateRefusal reason) {
        return new Outcome("refused state", Optional.empty(), Optional.empty(), Optional.of(reason.text()));
    }

    @Override
    public Outcome withoutCode() {
        return Outcome.of("without code");
    }

    @Override
    public Outcome refusedByProvider(RefusalKind kind, List<String> codes) {
        return new Outcome("refused by provider", Optional.empty(), Optional.empty(), Optional.of(kind + " " + codes));
    }

    @Override
    public Outcome failedChecks(TokenRefusal reason) {
        return new Outcome("failed checks", Optional.empty(), Optional.empty(), Optional.of(reason.text()));
    }

    @Override
    public Outcome conflict() {
        return Outcome.of("conflict");
    }

    @Override
    public Outcome providerAway(Outage outage) {
        return new Outcome(
                "away",
                Optional.empty(),
                Optional.empty(),
                Optional.of(outage.category().name()));
    }

    @Override
    public Outcome providerUnavailable(Outage outage) {
        return new Outcome(
                "not begun",
                Optional.empty(),
                Optional.empty(),
                Optional.of(outage.category().name()));
    }

    @Override
    public Outcome throttled() {
        return Outcome.of("throttled");
    }
}
