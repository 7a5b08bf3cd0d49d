package io.github.auraauth.domain.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtRestCipherTest {
    private static final String PLACE = "users/idTokenHint/an-id";
    private static final Secret TEXT = Secret.ofText("eyJ.ñ.🚀");

    private final AtRestCipher cipher = cipher("one-key-of-32-bytes-0123456789ab");

    @Test
    void open_sealed_givesTheText() {
        String stored = cipher.seal(TEXT, PLACE);
        assertThat(stored).matches("aux1_[0-9a-f]{8}_[0-9a-f]+").doesNotContain("eyJ");
        assertThat(AtRestCipher.isSealed(stored)).isTrue();
        assertThat(cipher.open(stored, PLACE)).contains(TEXT);
        assertThat(cipher.seal(TEXT, PLACE)).isNotEqualTo(stored);
    }

    @Test
    void seal_format_isGcmUnderTheSubkeyOfItsUse() {
        byte[] subkey = Hkdf.derive(
                "one-key-of-32-bytes-0123456789ab".getBytes(StandardCharsets.US_ASCII), "aura-auth/at-rest/v1", 32);
        String stored = cipher.seal(TEXT, PLACE);
        byte[] payload = HexFormat.of().parseHex(stored.substring(14));

        assertThat(stored.substring(5, 13)).isEqualTo(KeyId.of(subkey));
        assertThat(new AesGcm(subkey).open(payload, PLACE.getBytes(StandardCharsets.US_ASCII)))
                .contains(TEXT.reveal());
    }

    @Test
    void open_movedElsewhere_isNothing() {
        assertThat(cipher.open(cipher.seal(TEXT, PLACE), "users/idTokenHint/another-id"))
                .isEmpty();
        assertThat(cipher.openBytes(cipher.sealBytes(new byte[] {1}, "a"), "b")).isEmpty();
    }

    @Test
    void open_everyDigitChanged_isNothing() {
        String stored = cipher.seal(TEXT, PLACE);
        for (int place = 0; place < stored.length(); place++) {
            char other = stored.charAt(place) == '0' ? '1' : '0';
            assertThat(cipher.open(stored.substring(0, place) + other + stored.substring(place + 1), PLACE))
                    .isEmpty();
            assertThat(cipher.open(stored.substring(0, place), PLACE)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain text", "aux1", "aux1_", "aux1_00000000", "aux1_00000000_", "aux1_00000000_zz"})
    void open_textOfAnotherForm_isNothing(String stored) {
        assertThat(cipher.open(stored, PLACE)).isEmpty();
        assertThat(AtRestCipher.isSealed(stored)).isEqualTo(stored.startsWith("aux1_"));
    }

    @Test
    void open_anyKeyOfTheList_opensAndTheFirstWrites() {
        AtRestCipher rotated = cipher("two-key-of-32-bytes-0123456789ab", "one-key-of-32-bytes-0123456789ab");
        assertThat(rotated.open(cipher.seal(TEXT, PLACE), PLACE)).contains(TEXT);
        assertThat(rotated.openBytes(cipher.sealBytes(new byte[] {7}, PLACE), PLACE))
                .contains(new byte[] {7});
        assertThat(cipher.open(rotated.seal(TEXT, PLACE), PLACE)).isEmpty();
        assertThat(cipher.openBytes(rotated.sealBytes(new byte[] {7}, PLACE), PLACE))
                .isEmpty();
    }

    private static AtRestCipher cipher(String... entries) {
        List<Secret> secrets = Stream.of(entries).map(Secret::ofText).toList();
        return new AtRestCipher(EncryptionKeys.of(secrets), new SecureRandom());
    }
}
