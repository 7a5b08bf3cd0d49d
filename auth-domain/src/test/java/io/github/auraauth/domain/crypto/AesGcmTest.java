package io.github.auraauth.domain.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.vectors.GivenBytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AesGcmTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] PLAIN = "plain".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ASSOCIATED = "associated".getBytes(StandardCharsets.US_ASCII);

    private final AesGcm cipher = new AesGcm(new byte[32]);

    @Test
    void seal_test14OfTheGcmSpecification_givesItsCiphertextAndTag() {
        var nonce = new GivenBytes(new byte[12]);
        assertThat(HEX.formatHex(cipher.seal(new byte[16], new byte[0], nonce)))
                .isEqualTo("00".repeat(12) + "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
    }

    @Test
    void open_sealed_givesThePlainBytes() {
        byte[] sealed = cipher.seal(PLAIN, ASSOCIATED, new SecureRandom());
        assertThat(sealed).hasSize(PLAIN.length + AesGcm.OVERHEAD);
        assertThat(cipher.open(sealed, ASSOCIATED)).contains(PLAIN);
        assertThat(cipher.open(cipher.seal(new byte[0], ASSOCIATED, new SecureRandom()), ASSOCIATED))
                .contains(new byte[0]);
    }

    @Test
    void open_anythingChanged_isNothing() {
        byte[] sealed = cipher.seal(PLAIN, ASSOCIATED, new SecureRandom());
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(cipher.open(changed, ASSOCIATED)).isEmpty();
        }
        for (int length = 0; length < sealed.length; length++) {
            assertThat(cipher.open(Arrays.copyOf(sealed, length), ASSOCIATED)).isEmpty();
        }
        assertThat(cipher.open(sealed, PLAIN)).isEmpty();
        byte[] other = new byte[32];
        other[31] = 1;
        assertThat(new AesGcm(other).open(sealed, ASSOCIATED)).isEmpty();
    }

    @Test
    void seal_twice_usesTwoNonces() {
        SecureRandom random = new SecureRandom();
        assertThat(Arrays.copyOf(cipher.seal(PLAIN, ASSOCIATED, random), 12))
                .isNotEqualTo(Arrays.copyOf(cipher.seal(PLAIN, ASSOCIATED, random), 12));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 24, 31, 33})
    void constructor_keyOfAnotherLength_isRefused(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AesGcm(new byte[length]))
                .withMessageContaining("key");
    }
}
