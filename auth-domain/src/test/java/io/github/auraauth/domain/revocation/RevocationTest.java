package io.github.auraauth.domain.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.revocation.Revocation.Target;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.123Z");

    @Test
    void of_eachKind_namesItsSubject() {
        String hex = "0".repeat(64);
        assertThat(Revocation.ofKey(new ApiKeyFingerprint(hex), AT))
                .isEqualTo(new Revocation(Target.FINGERPRINT, hex, AT));
        assertThat(Revocation.ofKeyId("id", AT)).isEqualTo(new Revocation(Target.KEY_ID, "id", AT));
        assertThat(Revocation.ofConsumer("kernel", AT)).isEqualTo(new Revocation(Target.CONSUMER, "kernel", AT));
    }

    @Test
    void at_finerThanAMillisecond_isCut() {
        assertThat(Revocation.ofConsumer("kernel", AT.plusNanos(999_999)).at()).isEqualTo(AT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "\u00e9", "\u007f"})
    void subject_notPrintable_isRefused(String subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Revocation.ofConsumer(subject, AT))
                .withMessageContaining("subject");
    }

    @Test
    void subject_upTo64Characters_isTaken() {
        assertThat(Revocation.ofConsumer("~".repeat(64), AT).subject()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> Revocation.ofConsumer("~".repeat(65), AT));
    }

    @Test
    void entry_numbers_beginAtOne() {
        assertThat(new RevocationEntry(1, Revocation.ofConsumer("kernel", AT)).seq())
                .isOne();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RevocationEntry(0, Revocation.ofConsumer("kernel", AT)))
                .withMessageContaining("seq");
        assertThatNullPointerException()
                .isThrownBy(() -> new RevocationEntry(1, null))
                .withMessageContaining("revocation");
    }
}
