package io.github.auraauth.domain.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexDigestTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void check_sixtyFourLowerCaseHexDigits_passes() {
        assertThat(HexDigest.isDigest(DIGEST)).isTrue();
        assertThatCode(() -> HexDigest.check(DIGEST)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {'g', 'A', 'F', '/', ':', '`', ' ', '\n', 0x661, 0xFF11})
    void check_anotherCharacter_isRefusedWithoutQuotingIt(int character) {
        String wrong = DIGEST.substring(1) + (char) character;
        assertThat(HexDigest.isDigest(wrong)).isFalse();
        assertThatThrownBy(() -> HexDigest.check(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hex")
                .hasMessageNotContaining("abcdef");
    }

    @Test
    void check_anotherLength_isRefused() {
        assertThat(HexDigest.isDigest("")).isFalse();
        assertThat(HexDigest.isDigest(DIGEST.substring(1))).isFalse();
        assertThat(HexDigest.isDigest(DIGEST + "0")).isFalse();
    }
}
