package io.github.auraauth.adapter.kernel;

import static io.github.auraauth.adapter.kernel.Stage.soon;
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
    private final Stage stage = new Stage();
    private final URI address = stage.fake.address();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void endpoints_documentThere_areItsOwnForSomeMinutes() {
        KernelEndpoints first = stage.discovery.endpoints(soon());
        assertThat(first.issuer()).isEqualTo(stage.fake.issuer()).doesNotEndWith("/");
        assertThat(first.algorithms()).containsExactly(SignatureAlgorithm.RS256);
        stage.clock.advance(Duration.ofMinutes(4));
        assertThat(Race.of(number -> stage.discovery.endpoints(soon()))).containsOnly(first);
        assertThat(stage.fake.asked(KernelEndpoint.DISCOVERY)).isOne();
        stage.clock.advance(Duration.ofMinutes(2));
        stage.discovery.endpoints(soon());
        assertThat(stage.fake.asked(KernelEndpoint.DISCOVERY)).isEqualTo(2);
    }

    @Test
    void endpoints_noDocument_lieBelowTheAddressForAMinute() {
        stage.fake.discoverable(false);
        KernelEndpoints below = stage.discovery.endpoints(soon());
        assertThat(below.issuer()).isEqualTo(address.toString());
        assertThat(below.authorization()).isEqualTo(URI.create(address + "authorize"));
        assertThat(below.token()).isEqualTo(URI.create(address + "token"));
        assertThat(below.introspection()).isEqualTo(URI.create(address + "introspect"));
        assertThat(below.jwks()).isEqualTo(URI.create(address + "jwks"));
        assertThat(below.algorithms()).containsExactlyInAnyOrder(SignatureAlgorithm.values());
        stage.fake.discoverable(true);
        stage.clock.advance(Duration.ofSeconds(59));
        assertThat(stage.discovery.endpoints(soon())).isEqualTo(below);
        stage.clock.advance(Duration.ofSeconds(2));
        assertThat(stage.discovery.endpoints(soon()).issuer()).isEqualTo(stage.fake.issuer());
    }

    @Test
    void logIn_noDocument_isWhoLoggedIn() {
        stage.fake.discoverable(false);
        ProviderLogin logins = new ProviderLogin(
                stage.provider, new KernelKeys(stage.discovery, stage.peer, stage.clock), Stage.CLIENT);
        assertThat(logins.logIn(login -> stage.fake.logIn(login, "someone@example.org")))
                .isPresent();
    }

    @Test
    void endpoints_documentFailsLater_areTheLastGoodOnesUntilItIsBack() {
        KernelEndpoints good = stage.discovery.endpoints(soon());
        stage.fake.misbehave(KernelEndpoint.DISCOVERY, KernelMisbehaviour.SILENCE);
        stage.clock.advance(Duration.ofMinutes(6));
        long start = System.nanoTime();
        assertThat(stage.discovery.endpoints(soon())).isEqualTo(good);
        int asked = stage.fake.asked(KernelEndpoint.DISCOVERY);
        for (int i = 0; i < 20; i++) {
            assertThat(stage.discovery.endpoints(soon())).isEqualTo(good);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(stage.fake.asked(KernelEndpoint.DISCOVERY))
                .as("nobody asks again so soon")
                .isEqualTo(asked);
        stage.fake.behave();
        stage.clock.advance(Duration.ofSeconds(10));
        assertThat(stage.discovery.endpoints(soon())).isEqualTo(good);
        assertThat(stage.fake.asked(KernelEndpoint.DISCOVERY)).isEqualTo(asked + 1);
    }

    @Test
    void endpoints_documentGoneDuringADeploy_areTheLastGoodOnes() {
        KernelEndpoints good = stage.discovery.endpoints(soon());
        stage.fake.discoverable(false);
        for (int minutes = 0; minutes < 30; minutes += 6) {
            stage.clock.advance(Duration.ofMinutes(6));
            assertThat(stage.discovery.endpoints(soon())).isEqualTo(good);
        }
        stage.fake.discoverable(true);
        stage.clock.advance(Duration.ofSeconds(10));
        int asked = stage.fake.asked(KernelEndpoint.DISCOVERY);
        assertThat(stage.discovery.endpoints(soon())).isEqualTo(good);
        assertThat(stage.fake.asked(KernelEndpoint.DISCOVERY)).isEqualTo(asked + 1);
    }

    @Test
    void endpoints_documentOfAnotherIssuer_isAnOutage() {
        URI other = URI.create("http://localhost:" + address.getPort() + "/");
        KernelConfig config = Stage.config(other);
        KernelDiscovery discovery = new KernelDiscovery(config, stage.peer, stage.clock);
        assertThatThrownBy(() -> discovery.endpoints(soon())).isInstanceOf(Outage.UpstreamFailed.class);
    }

    @Test
    void authorizationRequest_endpointWithQuery_keepsIt() {
        URI behind = Form.EMPTY
                .with("state", LoginProviderContract.CHALLENGE)
                .behind(URI.create("https://kernel.example.org/a?realm=x%26y"));
        assertThat(behind)
                .hasToString("https://kernel.example.org/a?realm=x%26y&state=" + LoginProviderContract.CHALLENGE);
        assertThat(Form.EMPTY.with("a", "b").behind(URI.create("https://kernel.example.org/a?")))
                .hasToString("https://kernel.example.org/a?a=b");
    }

    @Test
    void endpoints_nothingConfigured_isUnavailable() {
        KernelConfig nothing = new KernelConfig(Optional.empty(), Optional.empty());
        KernelDiscovery discovery = new KernelDiscovery(nothing, stage.peer, stage.clock);
        assertThatThrownBy(() -> discovery.endpoints(soon())).isInstanceOf(Outage.Unavailable.class);
    }
}
