package io.github.auraauth.domain.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** Of the RFCs. */
    private static final Secret SECRET = Secret.ofText("12345678901234567890");

    private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // RFC 6238, appendix B: SHA-1, the last six of eight digits
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void code_timesOfTheRfc_areItsCodes(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 4226, appendix D
        "0, 755224",
        "1, 287082",
        "2, 359152",
        "3, 969429",
        "4, 338314",
        "5, 254676",
        "6, 287922",
        "7, 162583",
        "8, 399871",
        "9, 520489"
    })
    void code_countsOfTheRfc_areItsCodes(long count, String code) {
        assertThat(Totp.code(SECRET, count)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "-61, false",
        "-31, false",
        "-30, true",
        "-1, true",
        "0, true",
        "29, true",
        "30, true",
        "59, true",
        "60, false"
    })
    void match_clockThatDrifts_isGoodForAStepEitherWay(long drift, boolean good) {
        String code = Totp.code(SECRET, Totp.step(NOON.plusSeconds(drift)));
        assertThat(Totp.match(SECRET, Secret.ofText(code), NOON).isPresent()).isEqualTo(good);
    }

    @Test
    void match_code_saysWhichStepItIsOf() {
        long step = Totp.step(NOON);
        assertThat(step(step - 1)).hasValue(step - 1);
        assertThat(step(step)).hasValue(step);
        assertThat(step(step + 1)).hasValue(step + 1);
        assertThat(Totp.match(SECRET, Secret.ofText(""), NOON)).isEmpty();
        assertThat(Totp.match(Totp.secret(new SecureRandom()), Secret.ofText(Totp.code(SECRET, step)), NOON))
                .isEmpty();
    }

    @Test
    void of_secret_givesTheAddressThatAppsRead() {
        assertThat(text(TotpUri.base32(SECRET))).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(text(TotpUri.of(SECRET, "login.example.org", "fake anne+1@x")))
                .isEqualTo("otpauth://totp/login.example.org:fake%20anne%2B1%40x"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=login.example.org"
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void constructor_secretOfAnotherLength_isRefused() {
        Secret shorter = Secret.of(new byte[16]);
        assertThatThrownBy(() -> new TotpFactor(shorter, NOON, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SecondFactors.NONE.withPending(shorter)).isInstanceOf(IllegalArgumentException.class);
    }

    private static OptionalLong step(long step) {
        return Totp.match(SECRET, Secret.ofText(Totp.code(SECRET, step)), NOON);
    }

    private static String text(Secret secret) {
        return new String(secret.reveal(), StandardCharsets.US_ASCII);
    }
}
