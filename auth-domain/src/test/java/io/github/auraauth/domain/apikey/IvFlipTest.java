package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who flips bits of the IV edits the first block at will, and nothing else. */
class IvFlipTest {
    private final SeedCipher cipher = new SeedCipher(Keys.ENTRY, Keys.IV_POSITION);
    private final NaiveDecoder naive = new NaiveDecoder(cipher);
    private final ApiKeys keys = Keys.compat(Keys.ENTRY);
    private final String key =
            Keys.text(keys.issueLegacy(Keys.request(Keys.grants(AccessMode.READ, List.of("/users/*")))));
    private final ApiKeyModel model = keys.read(key).orElseThrow().model();

    @Test
    void verify_everyByteOfTheIvFlippedInEveryWay_onlyDigitsOfTheVersionSurvive() {
        List<Integer> survivors = new ArrayList<>();
        for (int place = 0; place < SeedCipher.BLOCK; place++) {
            for (int flip = 1; flip < 256; flip++) {
                Optional<ReadApiKey> read = keys.verify(flipped(place, flip), Keys.NOW);
                if (read.isPresent()) {
                    survivors.add(place);
                    assertThat(read.get().model().grants()).isEqualTo(model.grants());
                    assertThat(read.get().model().stamp()).isEqualTo(model.stamp());
                    assertThat(read.get().model().version()).matches("[0-9]+(\\.[0-9]+){1,2}");
                }
            }
        }
        // {"version":"9.5.0": of the first block's last four bytes 9 and 5 have nine other digits each, the first dot
        // can be any of ten, and so can the second, as long as the other one stays
        assertThat(survivors).hasSize(9 + 10 + 9 + 10).containsOnly(12, 13, 14, 15);
    }

    @Test
    void verify_memberNamesFlipped_areReadByANaiveDecoderOnly() {
        int read = 0;
        for (int place = 2; place < 9; place++) {
            for (int flip = 1; flip < 256; flip++) {
                String forged = flipped(place, flip);
                read += naive.read(forged).isPresent() ? 1 : 0;
                assertThat(keys.verify(forged, Keys.NOW)).isEmpty();
            }
        }
        assertThat(read).as("keys that the naive decoder takes").isGreaterThan(7 * 200);
    }

    @Test
    void verify_keyWithTheModeFirst_grantsWritingToANaiveDecoderOnly() {
        String good = cipher.encipher(
                "{\"mode\":\"r\",\"version\":\"9.5.0\",\"scopes\":[\"aura-services\"],\"apps\":[\"webchat\"]}");
        byte[] iv = cipher.iv(good);
        iv[9] ^= 'r' ^ 'w';
        String forged = cipher.join(iv, cipher.ciphertext(good));

        assertThat(naive.read(forged).orElseThrow().get("mode").textValue()).isEqualTo("w");
        assertThat(keys.verify(forged, Keys.NOW)).isEmpty();
    }

    private String flipped(int place, int flip) {
        byte[] iv = cipher.iv(key);
        iv[place] ^= (byte) flip;
        return cipher.join(iv, cipher.ciphertext(key));
    }
}
