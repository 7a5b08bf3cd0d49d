package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.domain.crypto.SealedText;
import io.github.auraauth.domain.vectors.GivenBytes;
import io.github.auraauth.domain.vectors.Vectors;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that another implementation made, in both formats, and forged ones. */
class ApiKeyVectorsTest {
    static Stream<JsonNode> v1() {
        return Vectors.of("formats.json", "apiKeys");
    }

    static Stream<JsonNode> v2() {
        return Vectors.of("v2.json", "keys");
    }

    static Stream<JsonNode> forged() {
        return Vectors.of("forged.json", "forged");
    }

    @ParameterizedTest
    @MethodSource("v1")
    void read_v1Vector_givesItsModel(JsonNode vector) {
        assertThat(vector.required("ivLength").intValue()).isEqualTo(SeedCipher.BLOCK);
        ApiKeyModel model = Keys.model(vector.required("model"));
        assertThat(Keys.model(Vectors.parse(text(vector, "plain")))).isEqualTo(model);

        assertThat(v1Keys(vector, new SecureRandom()).read(text(vector, "apiKey")))
                .contains(new ReadApiKey(ApiKeyFormat.V1, model));
    }

    @ParameterizedTest
    @MethodSource("v1")
    void issueLegacy_sameModelAndIv_givesTheSameText(JsonNode vector) {
        String key = text(vector, "apiKey");
        ApiKeyModel model = Keys.model(vector.required("model"));
        var iv = new GivenBytes(cipher(vector).iv(key));
        var request = new ApiKeyRequest(model.version(), model.grants(), Optional.empty(), Optional.empty());

        assertThat(Keys.text(v1Keys(vector, iv).issueLegacy(request))).isEqualTo(key);
        assertThat(iv.remaining()).isZero();
    }

    @ParameterizedTest
    @MethodSource("v1")
    void write_v1Model_givesTheVectorsPlainText(JsonNode vector) {
        assertThat(ApiKeyModelJson.write(Keys.model(vector.required("model"))))
                .asString()
                .isEqualTo(text(vector, "plain"));
        assertThat(cipher(vector).decipher(text(vector, "apiKey"))).asString().isEqualTo(text(vector, "plain"));
    }

    @ParameterizedTest
    @MethodSource("v2")
    void read_v2Vector_givesItsModel(JsonNode vector) {
        ApiKeys keys = Keys.compat(text(vector, "encryptionKey"));

        assertThat(keys.read(text(vector, "text")))
                .contains(new ReadApiKey(ApiKeyFormat.V2, Keys.model(Vectors.parse(text(vector, "plain")))));
        assertThat(keys.verify(text(vector, "text"), Keys.NOW))
                .as("of another environment")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("v2")
    void seal_samePlainAndNonce_givesTheSameText(JsonNode vector) {
        String[] parts = text(vector, "text").split("_", -1);
        byte[] plain = text(vector, "plain").getBytes(StandardCharsets.UTF_8);
        var keys = Keys.entries(text(vector, "encryptionKey"));
        var sealed = new SealedText(SealedText.Format.API_KEY, keys);

        assertThat(parts).hasSize(4).startsWith("aur2", text(vector, "kid"));
        assertThat(sealed.seal(plain, nonce(parts[2]))).isEqualTo(text(vector, "text"));
        assertThat(new ApiKeyV2Codec(keys).write(Keys.model(Vectors.parse(text(vector, "plain"))), nonce(parts[2])))
                .isEqualTo(text(vector, "text"));
        assertThat(sealed.open(text(vector, "text"), Optional::of))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(plain));
    }

    @ParameterizedTest
    @MethodSource("forged")
    void verify_forgedVector_isRefused_andTheGoodOneRead(JsonNode vector) {
        ApiKeys keys = Keys.compat(text(vector, "encryptionKey"));

        assertThat(keys.verify(text(vector, "good"), Keys.NOW)).isPresent();
        assertThat(keys.verify(text(vector, "forged"), Keys.NOW)).isEmpty();
        assertThat(keys.read(text(vector, "forged"))).isEmpty();
    }

    private static GivenBytes nonce(String payload) {
        return new GivenBytes(Arrays.copyOf(HexFormat.of().parseHex(payload), 12));
    }

    private static SeedCipher cipher(JsonNode vector) {
        return new SeedCipher(
                text(vector, "encryptionKey"), vector.required("ivPosition").intValue());
    }

    private static ApiKeys v1Keys(JsonNode vector, SecureRandom random) {
        return Keys.compat(vector.required("ivPosition").intValue(), random, text(vector, "encryptionKey"));
    }

    private static String text(JsonNode vector, String name) {
        return vector.required(name).textValue();
    }
}
