package io.github.auraauth.testkit.secondfactor;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secondfactor.QrCode;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.out.secondfactor.QrCodeEncoder;
import io.github.auraauth.testkit.Race;
import org.junit.jupiter.api.Test;

/** The contract of {@link QrCodeEncoder}. An adapter's test implements it. */
public interface QrCodeEncoderContract {
    /** A text such as authenticator apps read. */
    Secret TEXT = Secret.ofText("otpauth://totp/login.example.org:fake.anne?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    /** The port under test. */
    QrCodeEncoder encoder();

    @Test
    default void encode_text_hasTheFormOfAQrCode() {
        QrCode code = encoder().encode(TEXT);
        assertThat((code.size() - 17) % 4).isZero();
        assertFinder(code, 0, 0);
        assertFinder(code, code.size() - 7, 0);
        assertFinder(code, 0, code.size() - 7);
        for (int i = 8; i < code.size() - 8; i++) {
            assertThat(code.isDark(i, 6)).as("timing").isEqualTo(i % 2 == 0);
            assertThat(code.isDark(6, i)).as("timing").isEqualTo(i % 2 == 0);
        }
    }

    @Test
    default void encode_anotherText_isAnotherCode() {
        assertThat(encoder().encode(TEXT)).isEqualTo(encoder().encode(TEXT));
        assertThat(encoder().encode(Secret.ofText("another")))
                .isNotEqualTo(encoder().encode(TEXT));
        assertThat(encoder().encode(TEXT).toString()).doesNotContain("01", "10");
    }

    @Test
    default void encode_shortestAndLongest_isACode() {
        assertThat(encoder().encode(Secret.ofText("a")).size()).isEqualTo(21);
        assertThat(encoder().encode(Secret.ofText("\u00E9".repeat(256))).size()).isGreaterThan(21);
    }

    @Test
    default void encode_manyAtOnce_isTheSameForAll() {
        assertThat(Race.of(i -> encoder().encode(TEXT))).containsOnly(encoder().encode(TEXT));
    }

    @Test
    default void encode_null_isRefused() {
        assertNullIsRefused("", () -> encoder().encode(nothing()));
    }

    /** Three dark squares of seven by which a reader finds the code. */
    private static void assertFinder(QrCode code, int left, int top) {
        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 7; x++) {
                boolean ring = x == 0 || x == 6 || y == 0 || y == 6;
                boolean centre = x > 1 && x < 5 && y > 1 && y < 5;
                assertThat(code.isDark(left + x, top + y)).as("finder").isEqualTo(ring || centre);
            }
        }
    }
}
