package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who changes, moves or drops blocks of ciphertext garbles one block of plain text and edits the next. */
class BlockForgeryTest {
    private final SeedCipher cipher = new SeedCipher(Keys.ENTRY, Keys.IV_POSITION);
    private final NaiveDecoder naive = new NaiveDecoder(cipher);
    private final BlockForgeries forgeries = new BlockForgeries(cipher);
    private final ApiKeys keys = Keys.compat(Keys.ENTRY);

    @Test
    void verify_blockGarbledToEditTheNext_grantsWritingToANaiveDecoderOnly() {
        assertTakenByTheNaiveOnly(forgeries.garbled());
    }

    @Test
    void verify_twoKeysSpliced_joinsTheirRightsForANaiveDecoderOnly() {
        assertTakenByTheNaiveOnly(forgeries.spliced());
    }

    @Test
    void verify_blocksOfOurOwnKeyChangedMovedOrDropped_isRefused() {
        String good = Keys.text(keys.issueLegacy(Keys.request(
                Keys.grants(AccessMode.READ, List.of("/users/*", "/token/**", "/admin/users/phone-numbers/*")))));
        byte[] ciphertext = cipher.ciphertext(good);
        byte[] iv = cipher.iv(good);
        int blocks = ciphertext.length / SeedCipher.BLOCK;

        for (int bit = 0; bit < ciphertext.length * 8; bit++) {
            byte[] flipped = ciphertext.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(iv, flipped);
        }
        for (int i = 0; i < blocks; i++) {
            for (int j = 0; j < blocks; j++) {
                if (i != j) {
                    assertRefused(iv, withBlock(ciphertext, i, SeedCipher.block(ciphertext, j)));
                }
            }
            assertRefused(iv, without(ciphertext, i));
            assertRefused(iv, Arrays.copyOf(ciphertext, i * SeedCipher.BLOCK));
        }
    }

    @Test
    void verify_headCutOffAndANewFirstBlock_isRefusedWhateverTheAlignment() {
        for (int length = 1; length <= SeedCipher.BLOCK; length++) {
            var grants = Keys.grants(AccessMode.READ, List.of("/users/*", "/token"));
            var request = new ApiKeyRequest(
                    "9." + "1".repeat(length), grants, Optional.of(Keys.NOW.plusSeconds(60)), Optional.empty());
            String good = Keys.text(keys.issueLegacy(request));
            byte[] ciphertext = cipher.ciphertext(good);
            byte[] plain = plain(good).getBytes(StandardCharsets.US_ASCII);
            for (int cut = 2; cut < ciphertext.length / SeedCipher.BLOCK; cut++) {
                for (String first : List.of("{\"version\":\"1.0\"", "{\"version\":\"1.00")) {
                    byte[] iv = new byte[SeedCipher.BLOCK];
                    for (int i = 0; i < iv.length; i++) {
                        int place = (cut - 1) * SeedCipher.BLOCK + i;
                        iv[i] = (byte) (ciphertext[place - SeedCipher.BLOCK] ^ plain[place] ^ first.charAt(i));
                    }
                    byte[] rest = Arrays.copyOfRange(ciphertext, (cut - 1) * SeedCipher.BLOCK, ciphertext.length);
                    assertThat(cipher.decipher(cipher.join(iv, rest)))
                            .asString()
                            .startsWith(first);
                    assertRefused(iv, rest);
                }
            }
        }
    }

    private void assertTakenByTheNaiveOnly(List<BlockForgeries.Forgery> attempts) {
        assertThat(attempts).anyMatch(attempt -> attempt.isTakenBy(naive));
        assertThat(attempts)
                .allSatisfy(attempt -> assertThat(keys.read(attempt.text())).isEmpty());
    }

    private String plain(String text) {
        return new String(cipher.decipher(text), StandardCharsets.US_ASCII);
    }

    private static byte[] withBlock(byte[] ciphertext, int number, byte[] block) {
        byte[] changed = ciphertext.clone();
        System.arraycopy(block, 0, changed, number * SeedCipher.BLOCK, SeedCipher.BLOCK);
        return changed;
    }

    private static byte[] without(byte[] ciphertext, int number) {
        byte[] shorter = Arrays.copyOf(ciphertext, ciphertext.length - SeedCipher.BLOCK);
        int from = (number + 1) * SeedCipher.BLOCK;
        System.arraycopy(ciphertext, from, shorter, number * SeedCipher.BLOCK, ciphertext.length - from);
        return shorter;
    }

    private void assertRefused(byte[] iv, byte[] ciphertext) {
        assertThat(keys.read(cipher.join(iv, ciphertext))).isEmpty();
    }
}
