package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.domain.access.AccessMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who changes, moves or drops blocks of ciphertext garbles one block of plain text and edits the next. */
class BlockForgeryTest {
    private static final String NAME = "the-night-shift-of-the-call-centre-in-the-old-town-hall-north-wing";

    private final SeedCipher cipher = new SeedCipher(Keys.ENTRY, Keys.IV_POSITION);
    private final NaiveDecoder naive = new NaiveDecoder(cipher);
    private final ApiKeys keys = Keys.compat(Keys.ENTRY);

    @Test
    void verify_blockGarbledToEditTheNext_grantsWritingToANaiveDecoderOnly() {
        String good = named("webchat", "r");
        byte[] ciphertext = cipher.ciphertext(good);
        int mode = plain(good).indexOf("\"mode\":\"r\"") + 8;
        byte[] forged = ciphertext.clone();
        forged[mode - SeedCipher.BLOCK] ^= 'r' ^ 'w';

        Optional<JsonNode> taken = Optional.empty();
        for (int filler = 1; filler < 256 && taken.isEmpty(); filler++) {
            byte[] attempt = forged.clone();
            attempt[mode - mode % SeedCipher.BLOCK - SeedCipher.BLOCK] ^= (byte) filler; // edits a letter of the name
            String text = cipher.join(cipher.iv(good), attempt);
            taken = naive.read(text).filter(json -> json.path("mode").asText().equals("w"));
            assertThat(keys.read(text)).isEmpty();
        }
        assertThat(taken).as("what the naive decoder takes").isPresent();
    }

    @Test
    void verify_twoKeysSpliced_joinsTheirRightsForANaiveDecoderOnly() {
        String ofKernel = named("kernel", "r");
        String ofWriter = named("webchat", "rw");
        int begin = plain(ofKernel).indexOf(NAME) / SeedCipher.BLOCK + 1;
        int end = (plain(ofWriter).indexOf(NAME) + NAME.length()) / SeedCipher.BLOCK;

        Optional<JsonNode> taken = Optional.empty();
        for (int head = begin; head < end; head++) {
            for (int tail = begin; tail < end; tail++) {
                String text = spliced(ofKernel, head, ofWriter, tail);
                Optional<JsonNode> read = naive.read(text)
                        .filter(json -> json.path("apps").path(0).asText().equals("kernel"))
                        .filter(json -> json.path("mode").asText().equals("rw"));
                taken = taken.or(() -> read);
                assertThat(keys.read(text)).isEmpty();
            }
        }
        assertThat(taken).as("what the naive decoder takes").isPresent();
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

    /** A key with a name that ends in the block in which the mode stands. */
    private String named(String app, String mode) {
        String head =
                "{\"version\":\"9.5.0\",\"scopes\":[\"aura-services\"],\"apps\":[\"" + app + "\"],\"name\":\"" + NAME;
        String tail = "\",\"mode\":\"" + mode + "\"}";
        int filler = SeedCipher.BLOCK - (head.length() + tail.indexOf(mode + '"') + 2) % SeedCipher.BLOCK;
        return cipher.encipher(head + "x".repeat(filler) + tail);
    }

    private String plain(String text) {
        return new String(cipher.decipher(text), StandardCharsets.US_ASCII);
    }

    private String spliced(String one, int head, String other, int tail) {
        byte[] first = cipher.ciphertext(one);
        byte[] second = cipher.ciphertext(other);
        byte[] joined = Arrays.copyOf(first, head * SeedCipher.BLOCK + second.length - tail * SeedCipher.BLOCK);
        System.arraycopy(
                second,
                tail * SeedCipher.BLOCK,
                joined,
                head * SeedCipher.BLOCK,
                second.length - tail * SeedCipher.BLOCK);
        return cipher.join(cipher.iv(one), joined);
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
