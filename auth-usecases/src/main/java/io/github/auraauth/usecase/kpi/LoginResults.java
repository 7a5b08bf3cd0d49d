package io.github.auraauth.usecase.kpi;

import io.github.auraauth.domain.kernel.RefusalKind;
import io.github.auraauth.domain.kpi.KpiResult;
import io.github.auraauth.domain.redirect.TrustedRedirect;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.token.TokenRefusal;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.login.BrowserCookie;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.login.LoginQuestion;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The result of a login; none yet where a step leads on. */
final class LoginResults implements LoginOutcome.Cases<Optional<KpiResult>> {
    @Override
    public Optional<KpiResult> started(URI authorization, BrowserCookie cookie) {
        return Optional.empty();
    }

    @Override
    public Optional<KpiResult> unconfirmed(LoginQuestion confirmation) {
        return Optional.empty();
    }

    @Override
    public Optional<KpiResult> ended(Optional<TrustedRedirect> target) {
        return Optional.of(KpiResult.DONE);
    }

    @Override
    public Optional<KpiResult> refusedState(StateRefusal reason) {
        return Optional.of(KpiResult.REFUSED);
    }

    @Override
    public Optional<KpiResult> withoutCode() {
        return Optional.of(KpiResult.REFUSED);
    }

    @Override
    public Optional<KpiResult> refusedByProvider(RefusalKind kind, List<String> codes) {
        return Optional.of(KpiResult.REFUSED);
    }

    @Override
    public Optional<KpiResult> failedChecks(TokenRefusal reason) {
        return Optional.of(KpiResult.REFUSED);
    }

    @Override
    public Optional<KpiResult> conflict() {
        return Optional.of(KpiResult.CONFLICT);
    }

    @Override
    public Optional<KpiResult> providerAway(Outage outage) {
        return Optional.of(KpiResult.UNAVAILABLE);
    }

    @Override
    public Optional<KpiResult> providerUnavailable(Outage outage) {
        return Optional.of(KpiResult.UNAVAILABLE);
    }

    @Override
    public Optional<KpiResult> throttled() {
        return Optional.of(KpiResult.THROTTLED);
    }
}
