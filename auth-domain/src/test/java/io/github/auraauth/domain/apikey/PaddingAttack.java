package io.github.auraauth.domain.apikey;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Writes keys of version 1 without the encryption key, by asking somebody who can be heard to find a padding wrong. */
public final class PaddingAttack {
    private static final int BLOCK = SeedCipher.BLOCK;

    private final SeedCipher cipher;

    /** @param cipher for putting texts together; it enciphers nothing here */
    public PaddingAttack(SeedCipher cipher) {
        this.cipher = cipher;
    }

    /** Writes block after block from the last to the first, the block before deciding what the one behind says. */
    public Optional<String> forge(String model, Predicate<String> paddingIsRight) {
        byte[] plain = model.getBytes(StandardCharsets.US_ASCII);
        int padding = BLOCK - plain.length % BLOCK;
        byte[] wanted = Arrays.copyOf(plain, plain.length + padding);
        Arrays.fill(wanted, plain.length, wanted.length, (byte) padding);
        byte[] text = new byte[BLOCK + wanted.length];
        new Random(20261122).nextBytes(text);
        for (int at = wanted.length; at > 0; at -= BLOCK) {
            Optional<byte[]> deciphered = decipher(Arrays.copyOfRange(text, at, at + BLOCK), paddingIsRight);
            if (deciphered.isEmpty()) {
                return Optional.empty();
            }
            for (int i = 0; i < BLOCK; i++) {
                text[at - BLOCK + i] = (byte) (deciphered.get()[i] ^ wanted[at - BLOCK + i]);
            }
        }
        return Optional.of(cipher.join(Arrays.copyOf(text, BLOCK), Arrays.copyOfRange(text, BLOCK, text.length)));
    }

    private Optional<byte[]> decipher(byte[] block, Predicate<String> paddingIsRight) {
        byte[] known = new byte[BLOCK];
        for (int length = 1; length <= BLOCK; length++) {
            byte[] before = new byte[BLOCK];
            for (int i = BLOCK - length + 1; i < BLOCK; i++) {
                before[i] = (byte) (known[i] ^ length);
            }
            int place = BLOCK - length;
            int guess = 0;
            while (guess < 256 && !isPadding(before, place, guess, block, paddingIsRight)) {
                guess++;
            }
            if (guess == 256) {
                return Optional.empty();
            }
            known[place] = (byte) (guess ^ length);
        }
        return Optional.of(known);
    }

    /** Asks twice, with another byte before, lest a longer padding be taken for one of this length. */
    private boolean isPadding(byte[] before, int place, int guess, byte[] block, Predicate<String> paddingIsRight) {
        before[place] = (byte) guess;
        byte[] other = before.clone();
        if (place > 0) {
            other[place - 1] ^= 1;
        }
        return paddingIsRight.test(cipher.join(before, block)) && paddingIsRight.test(cipher.join(other, block));
    }
}
