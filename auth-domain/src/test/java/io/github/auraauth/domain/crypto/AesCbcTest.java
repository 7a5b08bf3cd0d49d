package io.github.auraauth.domain.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AesCbcTest {
    private static final int BLOCK = AesCbc.BLOCK;

    @Test
    void padding_everyLength_isFoundInAnyLastBlock() {
        for (int length = 1; length <= BLOCK; length++) {
            byte[] padded = new byte[2 * BLOCK];
            Arrays.fill(padded, padded.length - length, padded.length, (byte) length);
            assertThat(AesCbc.padding(padded)).isEqualTo(length);
            for (int i = 2; i <= length; i++) {
                byte[] wrong = padded.clone();
                wrong[padded.length - i] ^= 1;
                assertThat(AesCbc.padding(wrong)).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, BLOCK + 1, 2 * BLOCK, 127, 128, 255})
    void padding_noLengthOfOne_isWrong(int length) {
        byte[] padded = new byte[2 * BLOCK];
        Arrays.fill(padded, (byte) length);

        assertThat(AesCbc.padding(padded)).isEqualTo(-1);
    }
}
