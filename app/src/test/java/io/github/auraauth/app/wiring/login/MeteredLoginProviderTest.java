package io.github.auraauth.app.wiring.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.login.LoginProvider;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MeteredLoginProviderTest {
    private static final Secret CODE = Secret.ofText("canary");
    private static final Deadline SOON = Deadline.in(Duration.ofSeconds(5), InstantSource.system());

    private final MockClock clock = new MockClock();
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), clock);

    @Test
    void exchange_eachResult_isOneCountOfTheOriginalsName() {
        exchange(() -> new LoginProvider.ExchangeOutcome.Tokens(Secret.ofText("a"), Secret.ofText("b")));
        exchange(() -> new LoginProvider.ExchangeOutcome.Tokens(Secret.ofText("a"), Secret.ofText("b")));
        exchange(LoginProvider.ExchangeOutcome.Refused::new);
        Outage away = new Outage.UpstreamFailed("kernel");
        assertThatThrownBy(() -> exchange(() -> {
                    throw away;
                }))
                .isSameAs(away);

        assertThat(registry.scrape())
                .contains(
                        "# TYPE aura_token_generate summary",
                        "aura_token_generate_count{result=\"ok\"} 2",
                        "aura_token_generate_sum{result=\"ok\"} 3.0",
                        "aura_token_generate_count{result=\"refused\"} 1",
                        "aura_token_generate_count{result=\"error\"} 1")
                .doesNotContain("canary");
    }

    @Test
    void anyOtherCall_ofTheProvider_isNotCounted() {
        LoginProvider metered =
                new MeteredLoginProvider(new OneAnswer(LoginProvider.ExchangeOutcome.Refused::new), registry);

        metered.requireAvailable();
        assertThat(metered.metadata(SOON).issuer()).isEqualTo("issuer");
        assertThat(metered.introspect(CODE, SOON)).isEmpty();
        assertThat(metered.authorizationRequest(
                        new LoginProvider.AuthorizationRequest("state", Optional.empty(), "challenge"), SOON))
                .hasToString("https://kernel.example/authorize");
        assertThat(registry.scrape()).doesNotContain("aura_token_generate");
    }

    private void exchange(Supplier<LoginProvider.ExchangeOutcome> answer) {
        new MeteredLoginProvider(new OneAnswer(answer), registry).exchange(CODE, Optional.empty(), SOON);
    }

    /** Answers every exchange alike, after one and a half seconds. */
    private final class OneAnswer implements LoginProvider {
        private final Supplier<ExchangeOutcome> answer;

        OneAnswer(Supplier<ExchangeOutcome> answer) {
            this.answer = answer;
        }

        @Override
        public void requireAvailable() {}

        @Override
        public Metadata metadata(Deadline deadline) {
            return new Metadata("issuer", Set.of());
        }

        @Override
        public URI authorizationRequest(AuthorizationRequest request, Deadline deadline) {
            return URI.create("https://kernel.example/authorize");
        }

        @Override
        public ExchangeOutcome exchange(Secret code, Optional<Secret> verifier, Deadline deadline) {
            clock.add(Duration.ofMillis(1_500));
            return answer.get();
        }

        @Override
        public Optional<KernelPerson> introspect(Secret accessToken, Deadline deadline) {
            return Optional.empty();
        }
    }
}
