package io.github.auraauth.domain.state;

import static io.github.auraauth.domain.state.States.ENTRY;
import static io.github.auraauth.domain.state.States.NOW;
import static io.github.auraauth.domain.state.States.OTHER_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reason of a refusal, by which an operator knows what to do. */
class StateRefusalTest {
    private static final Instant OLD = NOW.plus(States.VALIDITY).plusMillis(1);
    private static final Instant EARLY = NOW.minusSeconds(61);

    private final LoginStates compat = States.reading(StatePolicy.COMPAT, ENTRY);

    @ParameterizedTest
    @EnumSource
    void examine_stateOfVersion2_tellsWhyItIsRefused(StatePolicy policy) {
        LoginStates states = States.reading(policy, ENTRY);
        String login = States.issued(states, StatePurpose.LOGIN, States.EXTRAS);

        assertThat(reason(states, login, StatePurpose.LOGIN, OLD)).isEqualTo("old");
        assertThat(reason(states, login, StatePurpose.LOGIN, EARLY)).isEqualTo("ahead");
        assertThat(reason(states, login, StatePurpose.LOGOUT, NOW)).isEqualTo("purpose");
        assertThat(reason(states, login, StatePurpose.LOGIN, NOW)).isEqualTo("good");
        for (String bad : new String[] {"", "nonsense", login + "0", "aur2" + login.substring(4)}) {
            assertThat(reason(states, bad, StatePurpose.LOGIN, NOW)).as(bad).isEqualTo("unreadable");
        }
        assertThat(reason(States.reading(policy, OTHER_ENTRY), login, StatePurpose.LOGIN, NOW))
                .isEqualTo("unreadable");
    }

    @Test
    void examine_stateOfVersion1_tellsWhyItIsRefused() {
        String text = States.v1(States.least(NOW) + "}");
        String logout = States.v1(States.least(NOW) + ",\"purpose\":\"logout\"}");

        assertThat(reason(compat, text, StatePurpose.LOGIN, OLD)).isEqualTo("old");
        assertThat(reason(compat, text, StatePurpose.LOGIN, EARLY)).isEqualTo("ahead");
        assertThat(reason(compat, logout, StatePurpose.LOGIN, NOW)).isEqualTo("purpose");
        assertThat(reason(compat, States.v1("{}"), StatePurpose.LOGIN, NOW)).isEqualTo("unreadable");
        assertThat(reason(States.reading(StatePolicy.STRICT, ENTRY), text, StatePurpose.LOGIN, NOW))
                .isEqualTo("policy");
    }

    private static String reason(LoginStates states, String text, StatePurpose purpose, Instant now) {
        return states.examine(text, purpose, now).fold(good -> "good", StateRefusal::text);
    }
}
