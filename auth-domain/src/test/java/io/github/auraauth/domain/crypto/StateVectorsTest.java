package io.github.auraauth.domain.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.domain.vectors.GivenBytes;
import io.github.auraauth.domain.vectors.Vectors;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Login states that another implementation sealed. */
class StateVectorsTest {
    static Stream<JsonNode> states() {
        return Vectors.of("v2.json", "states");
    }

    @ParameterizedTest
    @MethodSource("states")
    void open_stateVector_givesItsPlainText(JsonNode vector) {
        assertThat(sealed(vector, SealedText.Format.LOGIN_STATE).open(text(vector, "text"), Optional::of))
                .hasValueSatisfying(plain -> assertThat(plain).asString().isEqualTo(text(vector, "plain")));
    }

    @ParameterizedTest
    @MethodSource("states")
    void seal_samePlainAndNonce_givesTheSameText(JsonNode vector) {
        String[] parts = text(vector, "text").split("_", -1);
        var nonce = new GivenBytes(Arrays.copyOf(HexFormat.of().parseHex(parts[2]), 12));
        byte[] plain = text(vector, "plain").getBytes(StandardCharsets.UTF_8);

        assertThat(parts).hasSize(4).startsWith("aus2", text(vector, "kid"));
        assertThat(sealed(vector, SealedText.Format.LOGIN_STATE).seal(plain, nonce))
                .isEqualTo(text(vector, "text"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void open_stateUnderTheNameOfAKey_isRefused(JsonNode vector) {
        var asKey = sealed(vector, SealedText.Format.API_KEY);

        assertThat(asKey.open(text(vector, "text"), Optional::of)).isEmpty();
        assertThat(asKey.open(text(vector, "text").replace("aus2", "aur2"), Optional::of))
                .isEmpty();
    }

    private static SealedText sealed(JsonNode vector, SealedText.Format format) {
        return new SealedText(format, EncryptionKeys.parse("aes-256-cbc", text(vector, "encryptionKey")));
    }

    private static String text(JsonNode vector, String name) {
        return vector.required(name).textValue();
    }
}
