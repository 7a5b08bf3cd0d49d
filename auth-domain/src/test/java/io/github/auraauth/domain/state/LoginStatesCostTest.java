package io.github.auraauth.domain.state;

import static io.github.auraauth.domain.state.States.ENTRY;
import static io.github.auraauth.domain.state.States.NOW;
import static io.github.auraauth.domain.state.States.OTHER_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.apikey.CountingProvider;
import java.security.Security;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every refusal of a state costs as many cipher operations as any other. */
class LoginStatesCostTest {
    private static final CountingProvider COUNTING = new CountingProvider();

    @BeforeAll
    static void countOperations() {
        Security.insertProviderAt(COUNTING, 1);
    }

    @AfterAll
    static void countNoMore() {
        Security.removeProvider(COUNTING.getName());
    }

    @ParameterizedTest
    @EnumSource
    void read_everyKindOfBadState_costsOneTrialPerKeyAndFormat(StatePolicy policy) {
        LoginStates states = States.reading(policy, OTHER_ENTRY, ENTRY);
        int formats = policy == StatePolicy.COMPAT ? 2 : 1;
        bad(States.reading(policy, ENTRY))
                .forEach((fault, text) -> assertThat(
                                COUNTING.during(() -> assertThat(states.read(text, StatePurpose.LOGIN, NOW))
                                        .as(fault)
                                        .isEmpty()))
                        .as(fault)
                        .isEqualTo(formats * 2));
    }

    @ParameterizedTest
    @EnumSource
    void read_goodStateOfTheFirstKey_costsOneTrial(StatePolicy policy) {
        LoginStates states = States.reading(policy, ENTRY);
        String text = States.issued(states, StatePurpose.LOGIN, States.EXTRAS);

        assertThat(COUNTING.during(() ->
                        assertThat(states.read(text, StatePurpose.LOGIN, NOW)).isPresent()))
                .isEqualTo(1);
    }

    private static Map<String, String> bad(LoginStates states) {
        Map<String, String> bad = new LinkedHashMap<>();
        String good = States.issued(states, StatePurpose.LOGIN, States.EXTRAS);
        Duration old = States.VALIDITY.plusMillis(1);
        bad.put("empty", "");
        bad.put("nonsense", "state");
        bad.put("changed", good.substring(0, 40) + (good.charAt(40) == '0' ? '1' : '0') + good.substring(41));
        bad.put("wrong check", good.substring(0, good.length() - 1) + '_');
        bad.put("other prefix", "aur2" + good.substring(4));
        bad.put("purpose", States.issued(states, StatePurpose.LOGOUT, States.EXTRAS));
        bad.put("v1, old", States.v1(States.least(NOW.minus(old)) + "}"));
        bad.put("v1, ahead", States.v1(States.least(NOW.plusSeconds(61)) + "}"));
        bad.put("v1, purpose", States.v1(States.least(NOW) + ",\"purpose\":\"logout\"}"));
        bad.put("v1, no state", States.v1("{}"));
        bad.put("v1, padding", States.seed().encipherUnpadded(new byte[160]));
        bad.put("v1, cut", States.v1(States.least(NOW) + "}").substring(1));
        return bad;
    }
}
