package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/**
 * A garbled block is sixteen random bytes, and one in eleven million comes out as harmless printable ASCII: few enough
 * for a patient attacker to try, so no text of a key of version 1 may have room for such a block. The test takes the
 * attacker's tries in a hurry, since it has the key.
 */
class LuckyGarbleTest {
    private static final int BLOCK = SeedCipher.BLOCK;
    private static final int BATCH = 4096;
    private static final int LOTTERY = 5;
    private static final String FIRST =
            "{\"version\":\"9.5.0\",\"scopes\":[\"aura-services\"],\"apps\":[\"webchat\"],\"mode\":\"r\",";
    private static final String LAST = "\",\"exp\":1700000000}";

    private final SeedCipher cipher = new SeedCipher(Keys.ENTRY, Keys.IV_POSITION);
    private final NaiveDecoder naive = new NaiveDecoder(cipher);
    private final ApiKeys keys = Keys.compat(Keys.ENTRY);

    @Test
    void read_expiryRenewedBehindALuckyBlockInTheName_isTakenByANaiveDecoderOnly() throws Exception {
        assertForgeable("\"name\":\"");
    }

    @Test
    void read_expiryRenewedBehindALuckyBlockInTheJti_isTakenByANaiveDecoderOnly() throws Exception {
        assertForgeable("\"jti\":\"");
    }

    /** The text's letters fill up to five bytes of the block in which the expiry begins; those five are the lottery. */
    private void assertForgeable(String member) throws GeneralSecurityException {
        int start = FIRST.length() + member.length();
        int edited = (start / BLOCK + 3) * BLOCK;
        String good = FIRST + member + "x".repeat(edited + LOTTERY - start) + LAST;
        byte[] ciphertext = cipher.ciphertext(cipher.encipher(good));
        byte[] wanted = good.replace("1700000000", "7700000000").getBytes(StandardCharsets.US_ASCII);
        byte[] plain = good.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < BLOCK; i++) {
            ciphertext[edited - BLOCK + i] ^= (byte) (plain[edited + i] ^ wanted[edited + i]);
        }
        String forged = cipher.join(cipher.iv(cipher.encipher(good)), lucky(ciphertext, edited - BLOCK));

        assertThat(cipher.decipher(forged)).asString().matches("[ -~]+").contains("\"exp\":7700000000");
        assertThat(naive.read(forged).orElseThrow().get("exp").longValue()).isEqualTo(7700000000L);
        assertThat(keys.read(forged)).isEmpty();
        assertThat(keys.verify(forged, Keys.NOW)).isEmpty();
    }

    private static byte[] lucky(byte[] ciphertext, int garbled) throws GeneralSecurityException {
        Cipher blocks = Cipher.getInstance("AES/ECB/NoPadding");
        blocks.init(Cipher.DECRYPT_MODE, new SecretKeySpec(Keys.ENTRY.getBytes(StandardCharsets.US_ASCII), "AES"));
        byte[] before = Arrays.copyOfRange(ciphertext, garbled - BLOCK, garbled);
        byte[] batch = new byte[BATCH * BLOCK];
        for (int round = 0; round < (1 << 6 * LOTTERY) / BATCH; round++) {
            for (int i = 0; i < BATCH; i++) {
                byte[] attempt = attempt(ciphertext, garbled, round * BATCH + i);
                System.arraycopy(attempt, 0, batch, i * BLOCK, BLOCK);
            }
            byte[] deciphered = blocks.doFinal(batch);
            for (int i = 0; i < BATCH; i++) {
                if (isPrintable(deciphered, i * BLOCK, before)) {
                    byte[] found = ciphertext.clone();
                    System.arraycopy(batch, i * BLOCK, found, garbled, BLOCK);
                    return found;
                }
            }
        }
        throw new IllegalStateException("no luck");
    }

    /** Changes the letters behind the garbled block into others that are printable as well. */
    private static byte[] attempt(byte[] ciphertext, int garbled, int number) {
        byte[] attempt = Arrays.copyOfRange(ciphertext, garbled, garbled + BLOCK);
        for (int i = 0; i < LOTTERY; i++) {
            attempt[i] ^= (byte) ('x' ^ ';' + 1 + (number >> 6 * i & 63));
        }
        return attempt;
    }

    private static boolean isPrintable(byte[] deciphered, int from, byte[] before) {
        for (int i = 0; i < BLOCK; i++) {
            int c = deciphered[from + i] ^ before[i];
            if (c < 0x20 || c > 0x7e || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
