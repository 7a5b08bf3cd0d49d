package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can tell a wrong padding from a wrong model learns what any block deciphers to, and writes keys without a key. */
class PaddingAttackTest {
    private static final int BLOCK = SeedCipher.BLOCK;
    private static final String WANTED =
            "{\"version\":\"9.9\",\"scopes\":[\"aura-services\"],\"apps\":[\"kernel\"],\"mode\":\"rw\"}";

    private final SeedCipher cipher = new SeedCipher(Keys.ENTRY, Keys.IV_POSITION);
    private final NaiveDecoder naive = new NaiveDecoder(cipher);
    private final PaddingAttack attack = new PaddingAttack(cipher);
    private final ApiKeys keys = Keys.compat(Keys.ENTRY);

    @Test
    void forge_naiveDecoderAsOracle_writesAKeyWithoutTheKey() {
        Optional<String> forged = attack.forge(WANTED, text -> naive.answer(text) != NaiveDecoder.Answer.WRONG_PADDING);

        assertThat(forged.flatMap(naive::read))
                .hasValueSatisfying(
                        json -> assertThat(json.path("apps").path(0).asText()).isEqualTo("kernel"));
    }

    @Test
    void forge_ourAnswersAsOracle_learnsNothing() {
        assertThat(attack.forge(WANTED, text -> keys.read(text).isPresent())).isEmpty();
        assertThat(attack.forge(WANTED, text -> keys.verify(text, Keys.NOW).isPresent()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "11", "ff", "0302", "020303", "10", "0a0a0a0a0a0a0a0a0a"})
    void read_wrongPadding_isTakenByANaiveDecoderOnly(String ending) {
        byte[] padding = HexFormat.of().parseHex(ending);
        int believed = padding[padding.length - 1] & 0xff;
        int cut = Math.max(believed, padding.length);
        String begin = "{\"version\":\"9.";
        String end = "\",\"scopes\":[],\"apps\":[],\"mode\":\"r\"}";
        String model = begin + "5".repeat(2 * BLOCK - (begin.length() + end.length() + cut) % BLOCK) + end;
        byte[] padded = Arrays.copyOf(model.getBytes(StandardCharsets.US_ASCII), model.length() + cut);
        System.arraycopy(padding, 0, padded, padded.length - padding.length, padding.length);
        String forged = cipher.encipherUnpadded(padded);

        assertThat(keys.read(cipher.encipher(model)))
                .as("with its right padding")
                .isPresent();
        assertThat(keys.read(forged)).isEmpty();
        assertThat(believed == 0 || naive.read(forged).isPresent()).isTrue();
    }
}
