package io.github.auraauth.app.wiring.login;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.login.LoginProvider;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.Optional;

/** Another provider, whose code exchanges are counted and timed in seconds: one a login. */
final class MeteredLoginProvider implements LoginProvider {
    private static final double NANOS_IN_SECOND = 1e9;

    private final LoginProvider provider;
    private final MeterRegistry registry;
    private final Clock clock;

    MeteredLoginProvider(LoginProvider provider, MeterRegistry registry) {
        this.provider = provider;
        this.registry = registry;
        this.clock = registry.config().clock();
    }

    @Override
    public void requireAvailable() {
        provider.requireAvailable();
    }

    @Override
    public Metadata metadata(Deadline deadline) {
        return provider.metadata(deadline);
    }

    @Override
    public URI authorizationRequest(AuthorizationRequest request, Deadline deadline) {
        return provider.authorizationRequest(request, deadline);
    }

    @Override
    public ExchangeOutcome exchange(Secret code, Optional<Secret> verifier, Deadline deadline) {
        long began = clock.monotonicTime();
        try {
            ExchangeOutcome outcome = provider.exchange(code, verifier, deadline);
            note(outcome.fold((idToken, accessToken) -> "ok", () -> "refused"), began);
            return outcome;
        } catch (Outage failure) {
            note("error", began);
            throw failure;
        }
    }

    @Override
    public Optional<KernelPerson> introspect(Secret accessToken, Deadline deadline) {
        return provider.introspect(accessToken, deadline);
    }

    /** The name is the original's: a timer would add its unit to it. */
    private void note(String result, long began) {
        DistributionSummary.builder("aura.token.generate")
                .description("How long exchanges of codes at Kernel took, in seconds")
                .tag("result", result)
                .register(registry)
                .record((clock.monotonicTime() - began) / NANOS_IN_SECOND);
    }
}
