package io.github.auraauth.domain.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.apikey.SeedCipher;
import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CbcTextTest {
    private static final String ONE = "0123456789abcdef0123456789abcdef";
    private static final String TWO = "fedcba9876543210fedcba9876543210";
    private static final int POSITION = 35;
    private static final byte[] PLAIN = "plain".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CbcText text = of(POSITION, ONE);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 35, 63, 64, 65, 1000})
    void open_sealedAtAnyIvPosition_givesThePlainBytes(int position) {
        CbcText there = of(position, ONE);
        for (int length : new int[] {0, 1, 15, 16, 17, 200}) {
            byte[] plain = new byte[length];
            RANDOM.nextBytes(plain);
            String sealed = there.seal(plain, RANDOM);
            assertThat(open(there, sealed)).contains(plain);
            assertThat(new SeedCipher(ONE, position).decipher(sealed)).isEqualTo(plain);
        }
    }

    @Test
    void open_anyKeyOfTheList_opensAndTheFirstSeals() {
        CbcText rotated = of(POSITION, TWO, ONE);
        assertThat(open(rotated, text.seal(PLAIN, RANDOM))).contains(PLAIN);
        assertThat(open(of(POSITION, TWO), rotated.seal(PLAIN, RANDOM))).contains(PLAIN);
    }

    @Test
    void open_readerRefuses_isAskedForEveryKeyAndGivesNothing() {
        var asked = new java.util.ArrayList<Integer>();
        CbcText.Reader<Integer> refusing = (padded, length) -> {
            asked.add(length);
            return Optional.empty();
        };
        assertThat(of(POSITION, TWO, ONE).open(text.seal(PLAIN, RANDOM), refusing))
                .isEmpty();
        assertThat(asked).hasSize(2).endsWith(PLAIN.length);
    }

    @Test
    void open_wrongPaddingOrMalformed_isNothingWhateverTheReaderSays() {
        String unpadded = new SeedCipher(ONE, POSITION).encipherUnpadded(new byte[32]);
        String sealed = text.seal(PLAIN, RANDOM);
        for (String bad : List.of(
                unpadded,
                "",
                "g" + sealed.substring(1),
                sealed.toUpperCase(Locale.ROOT),
                sealed + "00",
                sealed.substring(32),
                "00".repeat(8208))) {
            assertThat(open(text, bad)).isEmpty();
            assertThat(text.open(bad, (padded, length) -> Optional.of("anything")))
                    .as(bad)
                    .isEmpty();
        }
    }

    @Test
    void ciphertext_whateverTheIv_isWhatStandsBehindIt() {
        SeedCipher seed = new SeedCipher(ONE, POSITION);
        String sealed = text.seal(PLAIN, RANDOM);
        byte[] otherIv = new byte[16];
        Arrays.fill(otherIv, (byte) 7);
        String changed = seed.join(otherIv, seed.ciphertext(sealed));

        assertThat(changed).isNotEqualTo(sealed);
        assertThat(text.ciphertext(sealed)).contains(seed.ciphertext(sealed));
        assertThat(text.ciphertext(changed)).contains(seed.ciphertext(sealed));
        assertThat(text.ciphertext(sealed + "0")).isEmpty();
        assertThat(text.ciphertext("aus2_")).isEmpty();
    }

    @Test
    void seal_samePlainTwice_hasAnotherIvAndCiphertext() {
        String one = text.seal(PLAIN, RANDOM);
        String other = text.seal(PLAIN, RANDOM);

        assertThat(other).isNotEqualTo(one);
        assertThat(text.ciphertext(other)).isNotEqualTo(text.ciphertext(one));
    }

    @Test
    void seal_longerThanWhatIsOpened_isRefused() {
        int most = 16384 / 2 - 16 - 1;
        assertThat(open(text, text.seal(new byte[most], RANDOM))).contains(new byte[most]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> text.seal(new byte[most + 1], RANDOM))
                .withMessageContaining("plain");
    }

    @Test
    void toString_anyKeys_saysTheIvPositionOnly() {
        assertThat(text).hasToString("CbcText[IV at 35]");
    }

    private static Optional<byte[]> open(CbcText text, String sealed) {
        return text.open(sealed, (padded, length) -> Optional.of(Arrays.copyOf(padded, length)));
    }

    private static CbcText of(int position, String... entries) {
        return new CbcText(
                EncryptionKeys.of(Stream.of(entries).map(Secret::ofText).toList()), position);
    }
}
