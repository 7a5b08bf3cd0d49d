package io.github.auraauth.domain.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.domain.vectors.Vectors;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** States that another implementation issued. */
class LoginStateVectorsTest {
    private static final char[] OTHERS = {'0', '1', 'A', '_'};

    static Stream<JsonNode> states() {
        return Vectors.of("v2.json", "states");
    }

    @ParameterizedTest
    @MethodSource("states")
    void read_stateVector_saysItsMembers(JsonNode vector) {
        JsonNode plain = Vectors.parse(vector.required("plain").textValue());
        LoginState state = reader(vector).apply(text(vector)).orElseThrow().state();

        assertThat(state.auraId().value()).isEqualTo(plain.required("auraId").textValue());
        assertThat(state.channelId().text())
                .isEqualTo(plain.required("channelId").textValue());
        assertThat(state.issuedAt().toEpochMilli())
                .isEqualTo(plain.required("ts").longValue());
        assertThat(state.purpose().text()).isEqualTo(plain.required("purpose").textValue());
        assertThat(state.nonce()).contains(plain.required("nonce").textValue());
        assertThat(state.extras().locale()).isEqualTo(member(plain, "locale"));
        assertThat(state.extras().redirectUri()).isEqualTo(member(plain, "redirectUri"));
        assertThat(state.extras().correlator()).isEqualTo(member(plain, "correlator"));
        assertThat(state.extras().asyncCallback()).isEqualTo(member(plain, "asyncCallback"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void read_stateVectorWithOneCharacterChanged_isNothing(JsonNode vector) {
        String text = text(vector);
        Function<String, Optional<ReadState>> reader = reader(vector);
        for (int place = 0; place < text.length(); place++) {
            for (char other : OTHERS) {
                if (text.charAt(place) != other) {
                    String changed = text.substring(0, place) + other + text.substring(place + 1);
                    assertThat(reader.apply(changed)).as(changed).isEmpty();
                }
            }
            assertThat(reader.apply(text.substring(0, place) + text.substring(place + 1)))
                    .isEmpty();
        }
    }

    /** A reader of that vector's key, purpose and time. */
    private static Function<String, Optional<ReadState>> reader(JsonNode vector) {
        JsonNode plain = Vectors.parse(vector.required("plain").textValue());
        LoginStates states = States.reading(
                StatePolicy.COMPAT, vector.required("encryptionKey").textValue());
        StatePurpose purpose =
                StatePurpose.parse(plain.required("purpose").textValue()).orElseThrow();
        Instant now = Instant.ofEpochMilli(plain.required("ts").longValue());
        return text -> states.read(text, purpose, now);
    }

    private static String text(JsonNode vector) {
        return vector.required("text").textValue();
    }

    private static Optional<String> member(JsonNode plain, String name) {
        return Optional.ofNullable(plain.get(name)).map(JsonNode::textValue);
    }
}
