package io.github.auraauth.domain.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0009S", "P367D"})
    void constructor_validityOfNoUse_isNamed(String validity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StateRules(StatePolicy.STRICT, Duration.parse(validity)))
                .withMessageContaining("validity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0.001S", "PT10M", "P366D"})
    void constructor_validityOfUse_isKept(String validity) {
        assertThat(new StateRules(StatePolicy.STRICT, Duration.parse(validity)).validity())
                .isEqualTo(Duration.parse(validity));
    }

    @Test
    void issuedAt_finerThanAMillisecond_isCutOff() {
        Instant fine = Instant.parse("2026-11-25T10:00:00.123456789Z");
        var state = new LoginState(
                States.AURA_ID, States.CHANNEL, fine, StatePurpose.LOGIN, Optional.empty(), LoginState.Extras.NONE);
        assertThat(state.issuedAt()).isEqualTo("2026-11-25T10:00:00.123Z");
        assertThat(state).hasToString("LoginState[login, redacted]");
    }

    @Test
    void parse_wordsOfPoliciesAndPurposes_areTheseOnly() {
        assertThat(StatePolicy.parse("strict")).contains(StatePolicy.STRICT);
        assertThat(StatePolicy.parse("compat")).contains(StatePolicy.COMPAT);
        assertThat(StatePolicy.parse("STRICT")).isEmpty();
        assertThat(StatePurpose.parse("login")).contains(StatePurpose.LOGIN);
        assertThat(StatePurpose.parse("logout")).contains(StatePurpose.LOGOUT);
        assertThat(StatePurpose.parse("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "g123"})
    void digest_notSixtyFourHexDigits_isNamed(String hex) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StateDigest(hex))
                .withMessageContaining("hex");
        String almost = "0".repeat(63);
        for (char bad : new char[] {'g', 'A', '/', ':', '`'}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new StateDigest(almost + bad));
        }
        assertThat(new StateDigest(almost + "f").hex()).hasSize(64);
        assertThat(new StateDigest("9" + almost).hex()).startsWith("9");
        assertThat(new StateDigest("a" + almost).hex()).startsWith("a");
    }

    @Test
    void extras_outOfForm_areNamed() {
        assertNamed("locale", Optional.of("es es"), Optional.empty(), Optional.empty(), Optional.empty());
        assertNamed("redirectUri", Optional.empty(), Optional.of(""), Optional.empty(), Optional.empty());
        assertNamed("correlator", Optional.empty(), Optional.empty(), Optional.of("\n"), Optional.empty());
        assertNamed(
                "asyncCallback", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("a".repeat(4097)));
    }

    private static void assertNamed(
            String name,
            Optional<String> locale,
            Optional<String> redirectUri,
            Optional<String> correlator,
            Optional<String> asyncCallback) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LoginState.Extras(locale, redirectUri, correlator, asyncCallback))
                .withMessageContaining(name);
    }
}
