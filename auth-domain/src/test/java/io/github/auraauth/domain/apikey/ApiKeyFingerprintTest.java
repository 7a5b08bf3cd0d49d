package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.auraauth.domain.access.AccessMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyFingerprintTest {
    private static final ApiKeyRequest REQUEST = Keys.request(Keys.grants(AccessMode.READ, List.of()));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 33, 35, 64, 65, 4096, Integer.MAX_VALUE})
    void fingerprint_version1_isThatOfTheCiphertextAlone(int position) {
        ApiKeys keys = Keys.compat(position, new SecureRandom(), Keys.ENTRY);
        String text = Keys.text(keys.issueLegacy(REQUEST));

        assertThat(of(keys, text)).isEqualTo(sha256(new SeedCipher(Keys.ENTRY, position).ciphertext(text)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 33, 35, 64, 65, 4096})
    void fingerprint_version1WithAnyIvDigitChanged_staysTheSame(int position) {
        ApiKeys keys = Keys.compat(position, new SecureRandom(), Keys.ENTRY);
        String text = Keys.text(keys.issueLegacy(REQUEST));
        int iv = Math.min(position, text.length() - 32);
        for (int i = 0; i < text.length(); i++) {
            boolean inIv = i >= iv && i < iv + 32;
            assertThat(of(keys, changed(text, i)).equals(of(keys, text)))
                    .as("digit %d", i)
                    .isEqualTo(inIv);
        }
    }

    @Test
    void fingerprint_version2_isThatOfTheWholeText() {
        ApiKeys keys = Keys.compat(Keys.ENTRY);
        String text = Keys.text(keys.issue(REQUEST, Keys.NOW));

        assertThat(of(keys, text)).isEqualTo(sha256(text.getBytes(StandardCharsets.US_ASCII)));
        for (int i = 0; i < text.length(); i++) {
            assertThat(of(keys, changed(text, i))).as("character %d", i).isNotEqualTo(of(keys, text));
        }
    }

    @Test
    void fingerprint_version1InAnyOtherSpelling_isThatOfTheWholeText() {
        ApiKeys keys = Keys.compat(Keys.ENTRY);
        String text = Keys.text(keys.issueLegacy(REQUEST));
        for (String other : List.of("", "nonsense", text + " ", text.substring(1), text.toUpperCase(Locale.ROOT))) {
            assertThat(of(keys, other)).isEqualTo(sha256(other.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void fingerprint_everyBadKey_hasOne() {
        ApiKeys keys = Keys.compat(Keys.ENTRY);
        BadKeys.all()
                .forEach((fault, key) ->
                        assertThat(of(keys, key).hex()).as(fault).hasSize(64));
    }

    @Test
    void parse_whatHexSpells_isTheSame() {
        ApiKeyFingerprint fingerprint = sha256(new byte[0]);
        assertThat(ApiKeyFingerprint.parse(fingerprint.hex())).contains(fingerprint);
        assertThat(fingerprint.hex()).startsWith("e3b0c44298fc1c14");
    }

    @Test
    void parse_anythingElse_isEmptyAndNoFingerprint() {
        String hex = "0123456789abcdef".repeat(4);
        for (String text : List.of(
                "",
                hex.substring(1),
                hex + "0",
                hex.toUpperCase(Locale.ROOT),
                hex.replace('f', 'g'),
                hex.replace('0', '/'),
                hex.replace('9', ':'),
                hex.replace('a', '`'),
                hex.replace('0', '\u0660'))) {
            assertThat(ApiKeyFingerprint.parse(text)).as(text).isEqualTo(Optional.empty());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ApiKeyFingerprint(text))
                    .withMessageContaining("hex");
        }
        assertThatNullPointerException()
                .isThrownBy(() -> new ApiKeyFingerprint(null))
                .withMessageContaining("hex");
    }

    private static ApiKeyFingerprint of(ApiKeys keys, String text) {
        return keys.presentText(text).fingerprint();
    }

    private static String changed(String text, int place) {
        char other = text.charAt(place) == '0' ? '1' : '0';
        return text.substring(0, place) + other + text.substring(place + 1);
    }

    private static ApiKeyFingerprint sha256(byte[] bytes) {
        try {
            return new ApiKeyFingerprint(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
