package io.github.auraauth.adapter.pages.login;

import io.github.auraauth.domain.kernel.RefusalKind;
import io.github.auraauth.domain.redirect.TrustedRedirect;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.token.TokenRefusal;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.login.BrowserCookie;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.login.LoginQuestion;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator why states and tokens are refused, by a counter and a log line, neither of which holds anything of
 * them; whoever presents one is told the same for every reason.
 */
public final class LoginRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(LoginRefusals.class);
    private static final LoginOutcome.Cases<Optional<Refusal>> REFUSAL = new Cases();

    private final MeterRegistry registry;

    /** Every counter is there from the start on, so that a first refusal shows as a change. */
    public LoginRefusals(MeterRegistry registry) {
        this.registry = registry;
        for (StateRefusal reason : StateRefusal.values()) {
            counter(Refusal.of(reason));
        }
        for (TokenRefusal reason : TokenRefusal.values()) {
            counter(Refusal.of(reason));
        }
    }

    /** Counts and logs the outcome, where it is a refusal. */
    void note(LoginOutcome outcome) {
        outcome.fold(REFUSAL).ifPresent(refusal -> {
            counter(refusal).increment();
            LOG.atInfo()
                    .addKeyValue("kind", refusal.kind())
                    .addKeyValue("reason", refusal.reason())
                    .log("login refused");
        });
    }

    private Counter counter(Refusal refusal) {
        return Counter.builder("aura.login.refusals")
                .description("Login states and tokens that were refused, by reason")
                .tags("kind", refusal.kind(), "reason", refusal.reason())
                .register(registry);
    }

    private record Refusal(String kind, String reason) {
        static Refusal of(StateRefusal reason) {
            return new Refusal("state", reason.text());
        }

        static Refusal of(TokenRefusal reason) {
            return new Refusal("token", reason.text());
        }
    }

    private static final class Cases implements LoginOutcome.Cases<Optional<Refusal>> {
        @Override
        public Optional<Refusal> started(URI authorization, BrowserCookie cookie) {
            return Optional.empty();
        }

        @Override
        public Optional<Refusal> unconfirmed(LoginQuestion confirmation) {
            return Optional.empty();
        }

        @Override
        public Optional<Refusal> ended(Optional<TrustedRedirect> target) {
            return Optional.empty();
        }

        @Override
        public Optional<Refusal> refusedState(StateRefusal reason) {
            return Optional.of(Refusal.of(reason));
        }

        @Override
        public Optional<Refusal> withoutCode() {
            return Optional.empty();
        }

        @Override
        public Optional<Refusal> refusedByProvider(RefusalKind kind, List<String> codes) {
            return Optional.empty();
        }

        @Override
        public Optional<Refusal> failedChecks(TokenRefusal reason) {
            return Optional.of(Refusal.of(reason));
        }

        @Override
        public Optional<Refusal> conflict() {
            return Optional.empty();
        }

        @Override
        public Optional<Refusal> providerAway(Outage outage) {
            return Optional.empty();
        }

        @Override
        public Optional<Refusal> providerUnavailable(Outage outage) {
            return Optional.empty();
        }

        @Override
        public Optional<Refusal> throttled() {
            return Optional.empty();
        }
    }
}
