package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.access.AccessMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyFingerprintTest {
    private static final ApiKeyRequest REQUEST = Keys.request(Keys.grants(AccessMode.READ, List.of()));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 35, 64, 100_000})
    void fingerprint_ofVersionOne_isThatOfTheCiphertextWhateverTheIv(int position) throws Exception {
        ApiKeys keys = Keys.compat(position, new SecureRandom(), Keys.ENTRY);
        SeedCipher cipher = new SeedCipher(Keys.ENTRY, position);
        String key = Keys.text(keys.issueLegacy(REQUEST));
        byte[] ciphertext = cipher.ciphertext(key);
        String expected = sha256(ciphertext);

        assertThat(keys.presentText(key).fingerprint().hex()).isEqualTo(expected);
        byte[] iv = cipher.iv(key);
        iv[3] ^= 1;
        String flipped = cipher.join(iv, ciphertext);
        assertThat(flipped).isNotEqualTo(key);
        assertThat(keys.presentText(flipped).fingerprint().hex()).isEqualTo(expected);
        ciphertext[ciphertext.length - 1] ^= 1;
        assertThat(keys.presentText(cipher.join(iv, ciphertext)).fingerprint().hex())
                .isNotEqualTo(expected);
    }

    @Test
    void fingerprint_ofVersionTwo_isThatOfTheWholeText() throws Exception {
        ApiKeys keys = Keys.compat(Keys.ENTRY);
        String key = Keys.text(keys.issue(REQUEST, Keys.NOW));

        assertThat(keys.presentText(key).fingerprint().hex())
                .isEqualTo(sha256(key.getBytes(StandardCharsets.US_ASCII)));
        assertThat(keys.presentText(key + "0").fingerprint())
                .isNotEqualTo(keys.presentText(key).fingerprint());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "APIKEY k, k",
                "apikey k, k",
                "ApiKey  k, ' k'",
                "APIKEY, ''",
                "'APIKEY ', ''",
                "Bearer k, ''",
                "APIKEYk, ''",
                "ap\u0131key k, ''",
                "'', ''",
                "none, ''",
            })
    void present_anyHeader_holdsTheKeyOrNone(String header, String key) {
        ApiKeys keys = Keys.compat(Keys.ENTRY);
        PresentedApiKey presented = keys.present(Optional.ofNullable(header));

        assertThat(presented.text()).isEqualTo(key);
        assertThat(presented.fingerprint()).isEqualTo(keys.presentText(key).fingerprint());
        assertThat(presented).hasToString("PresentedApiKey[redacted]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "G", "A"})
    void parse_noFingerprint_isRefused(String text) {
        String padded = text + "0".repeat(Math.max(0, 63 - text.length()));
        assertThat(ApiKeyFingerprint.parse(padded)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiKeyFingerprint(text + "0".repeat(64)))
                .withMessageContaining("hex");
        assertThat(ApiKeyFingerprint.parse("0".repeat(64))).contains(new ApiKeyFingerprint("0".repeat(64)));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
