package io.github.auraauth.adapter.kernel;

import static io.github.auraauth.adapter.kernel.KernelFixture.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.fakes.kernel.KernelEndpoint;
import io.github.auraauth.fakes.kernel.KernelMisbehaviour;
import io.github.auraauth.port.Outage;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.login.LoginProviderContract;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KernelDiscoveryTest {
    private final KernelFixture kernel = new KernelFixture();
    private final URI address = kernel.fake.address();

    @AfterEach
    void close() {
        kernel.close();
    }

    @Test
    void endpoints_documentThere_areItsOwnForSomeMinutes() {
        KernelEndpoints first = kernel.discovery.endpoints(soon());
        assertThat(first.issuer()).isEqualTo(kernel.fake.issuer()).doesNotEndWith("/");
        assertThat(first.algorithms()).containsExactly(SignatureAlgorithm.RS256);
        kernel.clock.advance(Duration.ofMinutes(4));
        assertThat(Race.of(number -> kernel.discovery.endpoints(soon()))).containsOnly(first);
        assertThat(kernel.fake.asked(KernelEndpoint.DISCOVERY)).isOne();
        kernel.clock.advance(Duration.ofMinutes(2));
        kernel.discovery.endpoints(soon());
        assertThat(kernel.fake.asked(KernelEndpoint.DISCOVERY)).isEqualTo(2);
    }

    @Test
    void endpoints_noDocument_lieBelowTheAddressForAMinute() {
        kernel.fake.discoverable(false);
        KernelEndpoints below = kernel.discovery.endpoints(soon());
        assertThat(below.issuer()).isEqualTo(address.toString());
        assertThat(below.authorization()).isEqualTo(URI.create(address + "authorize"));
        assertThat(below.token()).isEqualTo(URI.create(address + "token"));
        assertThat(below.introspection()).isEqualTo(URI.create(address + "introspect"));
        assertThat(below.jwks()).isEqualTo(URI.create(address + "jwks"));
        assertThat(below.algorithms()).containsExactlyInAnyOrder(SignatureAlgorithm.values());
        kernel.fake.discoverable(true);
        kernel.clock.advance(Duration.ofSeconds(59));
        assertThat(kernel.discovery.endpoints(soon())).isEqualTo(below);
        kernel.clock.advance(Duration.ofSeconds(2));
        assertThat(kernel.discovery.endpoints(soon()).issuer()).isEqualTo(kernel.fake.issuer());
    }

    @Test
    void logIn_noDocument_isWhoLoggedIn() {
        kernel.fake.discoverable(false);
        LoginFlow logins = new LoginFlow(
                kernel.provider, new KernelKeys(kernel.discovery, kernel.upstream, kernel.clock), KernelFixture.CLIENT);
        assertThat(logins.logIn(login -> kernel.fake.logIn(login, "someone@example.org")))
                .isPresent();
    }

    @Test
    void endpoints_documentFailsLater_areTheLastGoodOnesUntilItIsBack() {
        KernelEndpoints good = kernel.discovery.endpoints(soon());
        kernel.fake.misbehave(KernelEndpoint.DISCOVERY, KernelMisbehaviour.SILENCE);
        kernel.clock.advance(Duration.ofMinutes(6));
        long start = System.nanoTime();
        assertThat(kernel.discovery.endpoints(soon())).isEqualTo(good);
        int asked = kernel.fake.asked(KernelEndpoint.DISCOVERY);
        for (int i = 0; i < 20; i++) {
            assertThat(kernel.discovery.endpoints(soon())).isEqualTo(good);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(kernel.fake.asked(KernelEndpoint.DISCOVERY))
                .as("nobody asks again so soon")
                .isEqualTo(asked);
        kernel.fake.behave();
        kernel.clock.advance(Duration.ofSeconds(10));
        assertThat(kernel.discovery.endpoints(soon())).isEqualTo(good);
        assertThat(kernel.fake.asked(KernelEndpoint.DISCOVERY)).isEqualTo(asked + 1);
    }

    @Test
    void endpoints_documentGoneDuringADeploy_areTheLastGoodOnes() {
        KernelEndpoints good = kernel.discovery.endpoints(soon());
        kernel.fake.discoverable(false);
        for (int minutes = 0; minutes < 30; minutes += 6) {
            kernel.clock.advance(Duration.ofMinutes(6));
            assertThat(kernel.discovery.endpoints(soon())).isEqualTo(good);
        }
        kernel.fake.discoverable(true);
        kernel.clock.advance(Duration.ofSeconds(10));
        int asked = kernel.fake.asked(KernelEndpoint.DISCOVERY);
        assertThat(kernel.discovery.endpoints(soon())).isEqualTo(good);
        assertThat(kernel.fake.asked(KernelEndpoint.DISCOVERY)).isEqualTo(asked + 1);
    }

    @Test
    void endpoints_documentOfAnotherIssuer_isAnOutage() {
        URI other = URI.create("http://localhost:" + address.getPort() + "/");
        KernelConfig config = KernelFixture.config(other);
        KernelDiscovery discovery = new KernelDiscovery(config, kernel.upstream, kernel.clock);
        assertThatThrownBy(() -> discovery.endpoints(soon())).isInstanceOf(Outage.UpstreamFailed.class);
    }

    @Test
    void authorizationRequest_endpointWithQuery_keepsIt() {
        URI behind = FormParameters.EMPTY
                .with("state", LoginProviderContract.CHALLENGE)
                .appendedTo(URI.create("https://kernel.example.org/a?realm=x%26y"));
        assertThat(behind)
                .hasToString("https://kernel.example.org/a?realm=x%26y&state=" + LoginProviderContract.CHALLENGE);
        assertThat(FormParameters.EMPTY.with("a", "b").appendedTo(URI.create("https://kernel.example.org/a?")))
                .hasToString("https://kernel.example.org/a?a=b");
    }

    @Test
    void endpoints_nothingConfigured_isUnavailable() {
        KernelConfig nothing = new KernelConfig(Optional.empty(), Optional.empty());
        KernelDiscovery discovery = new KernelDiscovery(nothing, kernel.upstream, kernel.clock);
        assertThatThrownBy(() -> discovery.endpoints(soon())).isInstanceOf(Outage.Unavailable.class);
    }
}
