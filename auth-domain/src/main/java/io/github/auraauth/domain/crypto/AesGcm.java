package io.github.auraauth.domain.crypto;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM under one key, in the layout that all our formats share: nonce (12 bytes), ciphertext, tag (16 bytes).
 * Safe for use by many threads.
 */
public final class AesGcm {
    /** Bytes that sealing adds: nonce and tag. */
    public static final int OVERHEAD = 28;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    private final SecretKeySpec key;
    private final Provider provider;

    /**
     * @param key 32 bytes
     * @throws IllegalArgumentException when {@code key} has another length
     */
    public AesGcm(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("key must have 32 bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
        this.provider = provider();
    }

    /** Asked for once: to search the list of providers costs as much as to decipher a key. */
    private static Provider provider() {
        try {
            return Cipher.getInstance(TRANSFORMATION).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + TRANSFORMATION, e);
        }
    }

    /** Enciphers under a new random nonce; {@code associated} is authenticated, not stored. */
    public byte[] seal(byte[] plain, byte[] associated, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = new byte[NONCE_BYTES + plain.length + TAG_BITS / 8];
        System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, sealed, associated);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM refused to encipher", e);
        }
    }

    /** The plain bytes, or empty when the sealed ones are too short, not ours, or changed. */
    public Optional<byte[]> open(byte[] sealed, byte[] associated) {
        if (sealed.length < OVERHEAD) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, sealed, associated);
            return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM refused to decipher", e);
        }
    }

    private Cipher cipher(int mode, byte[] noncePrefixed, byte[] associated) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION, provider);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, noncePrefixed, 0, NONCE_BYTES));
        cipher.updateAAD(associated);
        return cipher;
    }

    @Override
    public String toString() {
        return "AesGcm[redacted]";
    }
}
