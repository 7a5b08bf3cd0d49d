package io.github.auraauth.domain.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The layout of keys and login states of version 1, the seed's: AES-CBC in lower-case hex, the IV's hex inserted at a
 * character index. It has no integrity, so that a reader must be strict: whoever holds a text can change its first block,
 * or cut blocks off. Safe for use by many threads.
 */
public final class CbcText {
    /** An IV and the 96 bytes that are deciphered in vain where the text is malformed. */
    private static final byte[] DUMMY = new byte[AesCbc.BLOCK + 96];

    private final List<AesCbc> ciphers;
    private final CbcFrame frame;

    /** Makes something of what a text deciphered into. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * @param padded the plain bytes, and what may be their padding
         * @param length how many of the bytes are plain; all of them where the padding is wrong
         * @return empty when these bytes are nothing that is taken
         */
        Optional<T> read(byte[] padded, int length);
    }

    /** @param ivPosition character index at which the IV's hex stands, 0 or more; beyond the text it stands at its end */
    public CbcText(EncryptionKeys keys, int ivPosition) {
        this.ciphers =
                keys.entries().stream().map(entry -> new AesCbc(entry.reveal())).toList();
        this.frame = new CbcFrame(ivPosition);
    }

    /**
     * Enciphers under the first key.
     *
     * @throws IllegalArgumentException when the text would be longer than the longest that is opened, 16384 characters
     */
    public String seal(byte[] plain, SecureRandom random) {
        byte[] iv = new byte[AesCbc.BLOCK];
        random.nextBytes(iv);
        String text = frame.write(ciphers.get(0).encipher(plain, iv));
        if (text.length() > CbcFrame.LONGEST) {
            throw new IllegalArgumentException("plain is too long for " + CbcFrame.LONGEST + " characters");
        }
        return text;
    }

    /**
     * Tries every key in turn until {@code reader} takes what came out. Where the text is malformed, the same number of
     * operations is spent on a dummy, and the reader is asked whether or not the padding is right, so that all refusals
     * cost alike.
     */
    public <T> Optional<T> open(String text, Reader<T> reader) {
        Optional<byte[]> parsed = frame.read(text);
        byte[] input = parsed.orElse(DUMMY);
        for (AesCbc cipher : ciphers) {
            byte[] padded = cipher.decipher(input);
            int padding = AesCbc.padding(padded);
            boolean sealed = parsed.isPresent() && padding > 0;
            Optional<T> read =
                    reader.read(padded, padded.length - Math.max(padding, 0)).filter(value -> sealed);
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    /** The ciphertext without the IV, which a holder can change at will; empty when the text has another form. */
    public Optional<byte[]> ciphertext(String text) {
        return frame.read(text).map(bytes -> Arrays.copyOfRange(bytes, AesCbc.BLOCK, bytes.length));
    }

    @Override
    public String toString() {
        return "CbcText[" + frame + "]";
    }
}
