package io.github.auraauth.domain.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.secret.Secret;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionKeysTest {
    @ParameterizedTest
    @CsvSource({"aes-128-cbc, 16", "aes-192-cbc, 24", "aes-256-cbc, 32"})
    void parse_entriesOfTheAlgorithmsLength_keepTheirOrder(String algorithm, int length) {
        String one = "1".repeat(length);
        String two = "2".repeat(length);
        assertThat(EncryptionKeys.parse(algorithm, one + ", " + two).entries())
                .containsExactly(Secret.ofText(one), Secret.ofText(two));
    }

    @Test
    void parse_lengthInBytes_isThatOfUtf8() {
        assertThat(EncryptionKeys.parse("aes-128-cbc", "ñ".repeat(8)).entries()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> EncryptionKeys.parse("aes-128-cbc", "ñ".repeat(16)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "0123456789abcde", "0123456789abcdef,", "0123456789abcdef,x", "0123456789abcdefg"})
    void parse_entryOfAnotherLength_isRefusedWithoutItsValue(String entries) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncryptionKeys.parse("aes-128-cbc", entries))
                .withMessageContaining("16 bytes")
                .withMessageNotContaining("0123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aes-256-gcm", "AES-256-CBC", "aes-512-cbc"})
    void parse_otherAlgorithm_isRefused(String algorithm) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncryptionKeys.parse(algorithm, "0123456789abcdef"))
                .withMessageContaining("algorithm");
    }

    @Test
    void of_noneOrTooManyOrUnequal_isRefused() {
        Secret entry = Secret.of(new byte[16]);
        assertThatIllegalArgumentException().isThrownBy(() -> EncryptionKeys.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> EncryptionKeys.of(Collections.nCopies(9, entry)));
        assertThatIllegalArgumentException().isThrownBy(() -> EncryptionKeys.of(List.of(Secret.of(new byte[17]))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncryptionKeys.of(List.of(entry, Secret.of(new byte[32]))));
        assertThat(EncryptionKeys.of(Collections.nCopies(8, entry)).entries()).hasSize(8);
    }
}
