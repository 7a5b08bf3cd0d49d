package io.github.auraauth.domain.invalidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.AuraId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidationTest {
    private static final HashedAuraId SOMEBODY =
            new HashedAuraId("0af".repeat(22).substring(2));

    @Test
    void hash_sameSeedAndId_isTheSamePseudonym() {
        var one = new AuraIdHasher(Secret.ofText("a seed"));
        var other = new AuraIdHasher(Secret.ofText("another seed"));
        var id = new AuraId("ñ🚀");

        assertThat(one.hash(id)).isEqualTo(new AuraIdHasher(Secret.ofText("a seed")).hash(id));
        assertThat(one.hash(id)).isNotEqualTo(other.hash(id)).isNotEqualTo(one.hash(new AuraId("ñ")));
        assertThat(one.hash(id).hex()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "zz", "AA", "00a", "\u0661\u0661"})
    void hashedAuraId_ofAnotherForm_isRefused(String end) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HashedAuraId("0".repeat(62) + end))
                .withMessageContaining("hex");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 0", "1, 1", "1, 2", "2, -1"})
    void entry_outOfOrder_isRefused(long seq, long opening) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvalidationEntry(seq, SOMEBODY, opening, Instant.EPOCH));
    }

    @Test
    void entry_closingLine_namesItsOpeningOne() {
        assertThat(new InvalidationEntry(1, SOMEBODY, 0, Instant.EPOCH).closes())
                .isFalse();
        assertThat(new InvalidationEntry(3, SOMEBODY, 1, Instant.EPOCH).closes())
                .isTrue();
        assertThat(new InvalidationEntry(1, SOMEBODY, 0, Instant.ofEpochSecond(1, 1_999_999)).at())
                .isEqualTo(Instant.ofEpochMilli(1001));
    }
}
