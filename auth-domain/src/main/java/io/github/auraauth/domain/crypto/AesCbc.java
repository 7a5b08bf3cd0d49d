package io.github.auraauth.domain.crypto;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-CBC with PKCS#7 padding (RFC 5652, section 6.3) under one key, over the IV and the ciphertext behind it. Pads by
 * itself on a cipher without padding, so that a wrong padding costs what a right one does and is no exception. Has no
 * integrity: what comes out may be anybody's. Safe for use by many threads.
 */
final class AesCbc {
    static final int BLOCK = 16;

    private static final String TRANSFORMATION = "AES/CBC/NoPadding";

    private final SecretKeySpec key;
    private final Provider provider;

    AesCbc(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        try {
            this.provider = Cipher.getInstance(TRANSFORMATION).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + TRANSFORMATION, e);
        }
    }

    /** The IV and behind it the ciphertext. */
    byte[] encipher(byte[] plain, byte[] iv) {
        int padding = BLOCK - plain.length % BLOCK;
        byte[] enciphered = Arrays.copyOf(iv, BLOCK + plain.length + padding);
        System.arraycopy(plain, 0, enciphered, BLOCK, plain.length);
        Arrays.fill(enciphered, BLOCK + plain.length, enciphered.length, (byte) padding);
        byte[] ciphertext = run(Cipher.ENCRYPT_MODE, enciphered);
        System.arraycopy(ciphertext, 0, enciphered, BLOCK, ciphertext.length);
        return enciphered;
    }

    /** What lies behind the IV, deciphered, with the padding at its end, right or wrong. */
    byte[] decipher(byte[] ivAndCiphertext) {
        return run(Cipher.DECRYPT_MODE, ivAndCiphertext);
    }

    /** The padding's length, or -1 when it is wrong; looks at every byte of the last block either way. */
    static int padding(byte[] padded) {
        int length = padded[padded.length - 1] & 0xff;
        int wrong = (length - 1 | BLOCK - length) >>> 31;
        for (int i = 1; i <= BLOCK; i++) {
            int inPadding = ~(length - i >> 31);
            wrong |= inPadding & (padded[padded.length - i] ^ length);
        }
        return wrong == 0 ? length : -1;
    }

    private byte[] run(int mode, byte[] ivAndText) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION, provider);
            cipher.init(mode, key, new IvParameterSpec(ivAndText, 0, BLOCK));
            return cipher.doFinal(ivAndText, BLOCK, ivAndText.length - BLOCK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CBC refused whole blocks", e);
        }
    }
}
