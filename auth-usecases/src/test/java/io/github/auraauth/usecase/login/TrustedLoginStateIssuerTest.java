package io.github.auraauth.usecase.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.redirect.TrustedHosts;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.LoginStates;
import io.github.auraauth.domain.state.StatePolicy;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.state.StateRequest;
import io.github.auraauth.domain.state.StateRules;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.port.in.login.IssuedLoginState;
import io.github.auraauth.usecase.Environment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedLoginStateIssuerTest {
    private final Environment environment = new Environment();
    private final LoginStates states = new LoginStates(
            EncryptionKeys.parse("aes-256-cbc", "an-example-key-of-32-characters!"),
            35,
            new StateRules(StatePolicy.COMPAT, Duration.ofMinutes(10)),
            KeyedDigest.derivedFrom(Environment.SEED, "tests"),
            environment.random);
    private final TrustedLoginStateIssuer issuer =
            new TrustedLoginStateIssuer(states, TrustedHosts.parse(List.of("chat.example"), false), environment.clock);

    @Test
    void issue_withoutTarget_isAStateThatALoginReads() {
        IssuedLoginState issued = issuer.issue(request(LoginState.Extras.NONE)).orElseThrow();

        String text = new String(issued.text().reveal(), StandardCharsets.US_ASCII);
        assertThat(states.read(text, StatePurpose.LOGIN, environment.clock.instant()))
                .hasValueSatisfying(read -> assertThat(read.state()).isEqualTo(issued.state()));
        assertThat(issued.state().issuedAt()).isEqualTo(environment.clock.instant());
        assertThat(issued.toString()).doesNotContain(text);
    }

    @Test
    void issue_targetOfATrustedHost_isCarried() {
        IssuedLoginState issued =
                issuer.issue(request(to("https://chat.example/back"))).orElseThrow();
        assertThat(issued.state().extras().redirectUri()).contains("https://chat.example/back");
    }

    @Test
    void issue_targetOfAnotherHost_isRefused() {
        assertThat(issuer.issue(request(to("https://other.example/back")))).isEmpty();
    }

    private static LoginState.Extras to(String target) {
        return LoginEnvironment.extras("es-es", target);
    }

    private static StateRequest request(LoginState.Extras extras) {
        return new StateRequest(new AuraId("anne"), Environment.CHANNEL, StatePurpose.LOGIN, extras);
    }
}
