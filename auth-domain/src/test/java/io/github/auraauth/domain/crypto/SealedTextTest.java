package io.github.auraauth.domain.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class SealedTextTest {
    private static final String ONE = "0123456789abcdef";
    private static final String TWO = "fedcba9876543210";
    private static final byte[] PLAIN = "plain".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealedText sealed = states(ONE);

    @Test
    void open_sealed_givesThePlainBytes() {
        assertThat(sealed.open(sealed.seal(PLAIN, RANDOM), Optional::of)).contains(PLAIN);
        assertThat(sealed.open(sealed.seal(new byte[0], RANDOM), Optional::of)).contains(new byte[0]);
    }

    @Test
    void open_anyKeyOfTheList_opensAndTheFirstSeals() {
        SealedText rotated = states(TWO, ONE);
        assertThat(rotated.open(sealed.seal(PLAIN, RANDOM), Optional::of)).contains(PLAIN);
        assertThat(sealed.open(rotated.seal(PLAIN, RANDOM), Optional::of)).isEmpty();
        assertThat(states(TWO).open(rotated.seal(PLAIN, RANDOM), Optional::of)).contains(PLAIN);
    }

    @Test
    void open_readerRefuses_isNothing() {
        assertThat(sealed.open(sealed.seal(PLAIN, RANDOM), plain -> Optional.empty()))
                .isEmpty();
    }

    @Test
    void open_everyCharacterChangedOrCutOff_isNothing() {
        String text = sealed.seal(PLAIN, RANDOM);
        for (int place = 0; place < text.length(); place++) {
            for (char other : new char[] {'0', '1', 'A', 'z', '_', ' ', '\u0661'}) {
                if (text.charAt(place) != other) {
                    assertThat(open(text.substring(0, place) + other + text.substring(place + 1)))
                            .isEmpty();
                }
            }
            assertThat(open(text.substring(0, place))).isEmpty();
            assertThat(open(text.substring(place + 1))).isEmpty();
        }
        assertThat(open(text + "0")).isEmpty();
        assertThat(open(text + " ")).isEmpty();
    }

    /** Only who has a key can make such a text, and not even then may it pass for that of another one. */
    @Test
    void open_textThatNamesAnotherKeyOfTheList_isNothing() {
        String head = "aus2_" + states(TWO).seal(PLAIN, RANDOM).substring(5, 13);
        byte[] subkey = Hkdf.derive(ONE.getBytes(StandardCharsets.US_ASCII), "aura-auth/state/v2", 32);
        byte[] payload = new AesGcm(subkey).seal(PLAIN, head.getBytes(StandardCharsets.US_ASCII), RANDOM);

        assertThat(states(ONE, TWO).open(SealedFrame.write(head, payload), Optional::of))
                .isEmpty();
    }

    @Test
    void seal_check_isTheCrcInBase62() {
        String text = sealed.seal(PLAIN, RANDOM);
        CRC32 crc = new CRC32();
        crc.update(text.substring(0, text.length() - 7).getBytes(StandardCharsets.US_ASCII));
        long value = 0;
        for (char digit : text.substring(text.length() - 6).toCharArray()) {
            value = value * 62 + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".indexOf(digit);
        }
        assertThat(value).isEqualTo(crc.getValue());
    }

    @Test
    void seal_longerThanWhatIsOpened_isRefused() {
        int most = (16384 - "aus2_00000000__000000".length()) / 2 - AesGcm.OVERHEAD;
        assertThat(open(sealed.seal(new byte[most], RANDOM)))
                .hasValueSatisfying(plain -> assertThat(plain).hasSize(most));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sealed.seal(new byte[most + 1], RANDOM))
                .withMessageContaining("plain");
    }

    private Optional<byte[]> open(String text) {
        return sealed.open(text, Optional::of);
    }

    private static SealedText states(String... entries) {
        List<Secret> secrets = List.of(entries).stream().map(Secret::ofText).toList();
        return new SealedText(SealedText.Format.LOGIN_STATE, EncryptionKeys.of(secrets));
    }
}
