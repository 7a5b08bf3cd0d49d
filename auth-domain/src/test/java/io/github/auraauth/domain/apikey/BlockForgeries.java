package io.github.auraauth.domain.apikey;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Keys of version 1 that their holder changed without knowing the encryption key. */
public final class BlockForgeries {
    private static final int BLOCK = SeedCipher.BLOCK;
    private static final String NAME = "the-night-shift-of-the-call-centre-in-the-old-town-hall-north-wing";

    private final SeedCipher cipher;

    /** @param cipher makes the good keys and puts texts together; what is forged is not enciphered */
    public BlockForgeries(SeedCipher cipher) {
        this.cipher = cipher;
    }

    /**
     * An attempt.
     *
     * @param wanted whether a model is what the forger is after
     */
    public record Forgery(String text, Predicate<JsonNode> wanted) {
        /** Whether the decoder reads from it what the forger is after. */
        public boolean isTakenBy(NaiveDecoder decoder) {
            return decoder.read(text).filter(wanted).isPresent();
        }
    }

    /** Reads become writes: one block is garbled so as to edit the next. */
    public List<Forgery> garbled() {
        String good = named("webchat", "r");
        int mode = plain(good).indexOf("\"mode\":\"r\"") + 8;
        byte[] forged = cipher.ciphertext(good);
        forged[mode - BLOCK] ^= 'r' ^ 'w';
        List<Forgery> attempts = new ArrayList<>();
        for (int filler = 1; filler < 256; filler++) {
            byte[] attempt = forged.clone();
            attempt[mode - mode % BLOCK - BLOCK] ^= (byte) filler; // edits a letter of the name
            attempts.add(new Forgery(
                    cipher.join(cipher.iv(good), attempt),
                    json -> json.path("mode").asText().equals("w")));
        }
        return attempts;
    }

    /** The consumer of one key with the mode of another. */
    public List<Forgery> spliced() {
        String ofKernel = named("kernel", "r");
        String ofWriter = named("webchat", "rw");
        int begin = plain(ofKernel).indexOf(NAME) / BLOCK + 1;
        int end = (plain(ofWriter).indexOf(NAME) + NAME.length()) / BLOCK;
        List<Forgery> attempts = new ArrayList<>();
        for (int head = begin; head < end; head++) {
            for (int tail = begin; tail < end; tail++) {
                attempts.add(new Forgery(
                        spliced(ofKernel, head, ofWriter, tail),
                        json -> json.path("apps").path(0).asText().equals("kernel")
                                && json.path("mode").asText().equals("rw")));
            }
        }
        return attempts;
    }

    /** Every change of a byte of the IV, save those that leave the first block's version one of digits and dots. */
    public List<String> ivFlips(String good) {
        String plain = plain(good);
        List<String> flips = new ArrayList<>();
        for (int place = 0; place < BLOCK; place++) {
            for (int flip = 1; flip < 256; flip++) {
                char becomes = (char) (plain.charAt(place) ^ flip);
                boolean inVersion = "0123456789.".indexOf(plain.charAt(place)) >= 0;
                if (!inVersion || "0123456789.".indexOf(becomes) < 0) {
                    byte[] iv = cipher.iv(good);
                    iv[place] ^= (byte) flip;
                    flips.add(cipher.join(iv, cipher.ciphertext(good)));
                }
            }
        }
        return flips;
    }

    /** A key with a name that ends in the block in which the mode stands. */
    private String named(String app, String mode) {
        String head =
                "{\"version\":\"9.5.0\",\"scopes\":[\"aura-services\"],\"apps\":[\"" + app + "\"],\"name\":\"" + NAME;
        String tail = "\",\"mode\":\"" + mode + "\"}";
        int filler = BLOCK - (head.length() + tail.indexOf(mode + '"') + 2) % BLOCK;
        return cipher.encipher(head + "x".repeat(filler) + tail);
    }

    private String plain(String text) {
        return new String(cipher.decipher(text), StandardCharsets.US_ASCII);
    }

    private String spliced(String one, int head, String other, int tail) {
        byte[] first = cipher.ciphertext(one);
        byte[] second = cipher.ciphertext(other);
        byte[] joined = Arrays.copyOf(first, head * BLOCK + second.length - tail * BLOCK);
        System.arraycopy(second, tail * BLOCK, joined, head * BLOCK, second.length - tail * BLOCK);
        return cipher.join(cipher.iv(one), joined);
    }
}
