package io.github.auraauth.domain.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "es-es.json", "backup/es-es.json", ".hidden", "a..b", "a b", "%2e%2e", "\u00e9"})
    void text_thatStaysInItsPlace_isTakenAsGiven(String text) {
        assertThat(new FileName(text).text()).isEqualTo(text);
        assertThat(new FileName(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/..", "a.", "a./b", "a\\b", "a\nb", "a\u0000"
            })
    void text_thatLeadsElsewhere_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FileName(text))
                .withMessageContaining("text");
    }

    @Test
    void text_of512Characters_isTaken_andOneMoreIsRefused() {
        assertThat(new FileName("a".repeat(512)).text()).hasSize(512);
        assertThatIllegalArgumentException().isThrownBy(() -> new FileName("a".repeat(513)));
    }
}
