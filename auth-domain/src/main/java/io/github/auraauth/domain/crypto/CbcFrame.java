package io.github.auraauth.domain.crypto;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The form of a text of version 1: lower-case hex of the ciphertext, with the IV's hex inserted at a character index, or
 * at the end where the ciphertext is shorter. The index may be odd and divide a byte.
 */
final class CbcFrame {
    /** Most characters that such a text may have. */
    static final int LONGEST = 16 * 1024;

    private static final int IV_DIGITS = 2 * AesCbc.BLOCK;

    private final int ivPosition;

    /** @param ivPosition character index, 0 or more */
    CbcFrame(int ivPosition) {
        if (ivPosition < 0) {
            throw new IllegalArgumentException("ivPosition must not be negative");
        }
        this.ivPosition = ivPosition;
    }

    /** The text of an IV and the ciphertext behind it. */
    String write(byte[] ivAndCiphertext) {
        String hex = HexFormat.of().formatHex(ivAndCiphertext);
        int position = Math.min(ivPosition, hex.length() - IV_DIGITS);
        return hex.substring(IV_DIGITS, IV_DIGITS + position)
                + hex.substring(0, IV_DIGITS)
                + hex.substring(IV_DIGITS + position);
    }

    /** The IV and the ciphertext behind it; empty when the text is no IV and one or more whole blocks in lower hex. */
    Optional<byte[]> read(String text) {
        if (text.length() < 2 * IV_DIGITS || text.length() > LONGEST || text.length() % IV_DIGITS != 0) {
            return Optional.empty();
        }
        byte[] bytes = new byte[text.length() / 2];
        for (int i = 0; i < text.length(); i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            int place = place(i, text.length());
            bytes[place / 2] |= (byte) (place % 2 == 0 ? digit << 4 : digit);
        }
        return Optional.of(bytes);
    }

    /** Where the digit at that index of the text stands once the IV has come to the front. */
    private int place(int index, int length) {
        int position = Math.min(ivPosition, length - IV_DIGITS);
        if (index < position) {
            return IV_DIGITS + index;
        }
        return index < position + IV_DIGITS ? index - position : index;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    @Override
    public String toString() {
        return "IV at " + ivPosition;
    }
}
