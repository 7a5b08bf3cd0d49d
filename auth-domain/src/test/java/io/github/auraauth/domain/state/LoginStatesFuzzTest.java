package io.github.auraauth.domain.state;

import static io.github.auraauth.domain.state.States.ENTRY;
import static io.github.auraauth.domain.state.States.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.vectors.Fuzzing;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens to a state, one of version 2 is refused, and one of version 1 still is of its channel and time. */
class LoginStatesFuzzTest {
    private static final String HEX = "0123456789abcdef";
    private static final String ANY = HEX + "gAF_ \u00e9.\u0000zZ";

    private static final int IV_END = States.IV_POSITION + 32;

    private final LoginStates states = States.reading(StatePolicy.COMPAT, States.OTHER_ENTRY, ENTRY);
    private final String v1 = States.v1(States.least(NOW) + ",\"nonce\":\"d2ad277b-5b21-4952-b8cb-9ef246130e7c\"}");
    private final String v2 = States.issued(states, StatePurpose.LOGIN, States.EXTRAS);
    private long survivors;

    @Test
    void read_mutatedStates_areRefusedOrChangedInTheirFirstBlockOnly() {
        StateDigest digest =
                states.read(v1, StatePurpose.LOGIN, NOW).orElseThrow().digest();
        Fuzzing.rounds("LoginStatesFuzzTest", random -> {
            String given = random.nextBoolean() ? v1 : v2;
            String mutant = mutant(given, random);
            Optional<ReadState> read = states.read(mutant, StatePurpose.LOGIN, NOW);
            assertThat(states.read(mutant, StatePurpose.LOGIN, NOW)).isEqualTo(read);
            if (read.isPresent() && !mutant.equals(given)) {
                survivors++;
                LoginState state = read.get().state();
                assertThat(given).as(mutant).isEqualTo(v1);
                assertThat(read.get().digest()).as(mutant).isEqualTo(digest);
                assertThat(state.channelId()).as(mutant).isEqualTo(States.CHANNEL);
                assertThat(state.issuedAt()).as(mutant).isEqualTo(NOW);
                assertThat(state.auraId().value())
                        .as(mutant)
                        .endsWith(States.AURA_ID.value().substring(5));
            }
        });
        assertThat(survivors).as("changed auraIds").isPositive();
    }

    /** One to three changes, mostly of one hex digit into another; now and then one near the end of the IV, alone. */
    private static String mutant(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        if (random.nextInt(8) == 0) {
            changed.setCharAt(IV_END - 1 - random.nextInt(8), HEX.charAt(random.nextInt(HEX.length())));
            return changed.toString();
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(changed.length());
            switch (random.nextInt(10)) {
                case 0 -> changed.insert(at, ANY.charAt(random.nextInt(ANY.length())));
                case 1 -> changed.setCharAt(at, ANY.charAt(random.nextInt(ANY.length())));
                case 2 -> changed.setLength(Math.max(1, at));
                case 3 -> changed.insert(at, changed.substring(at, Math.min(changed.length(), at + 32)));
                default -> changed.setCharAt(at, HEX.charAt(random.nextInt(HEX.length())));
            }
        }
        return changed.toString();
    }
}
