package io.github.auraauth.domain.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869), which the JDK has only from version 25 on. */
public final class Hkdf {
    private static final String HMAC = "HmacSHA256";
    private static final int DIGEST_BYTES = 32;

    private Hkdf() {}

    /**
     * Derives a key without salt, that is with 32 zero bytes, as all keys of this project are derived.
     *
     * @param keyMaterial the input keying material
     * @param info names the use of the derived key, ASCII
     * @param length in bytes, 1 to 8160
     */
    public static byte[] derive(byte[] keyMaterial, String info, int length) {
        return derive(keyMaterial, new byte[DIGEST_BYTES], info.getBytes(StandardCharsets.US_ASCII), length);
    }

    /**
     * Extract and expand, RFC 5869 sections 2.2 and 2.3.
     *
     * @param length in bytes, 1 to 8160 (255 digests)
     * @throws IllegalArgumentException when {@code length} is out of range
     */
    public static byte[] derive(byte[] keyMaterial, byte[] salt, byte[] info, int length) {
        if (length < 1 || length > 255 * DIGEST_BYTES) {
            throw new IllegalArgumentException("length must be 1 to 8160 bytes");
        }
        Mac extract = hmac(salt.length == 0 ? new byte[DIGEST_BYTES] : salt);
        Mac expand = hmac(extract.doFinal(keyMaterial));
        byte[] derived = new byte[length];
        byte[] previous = new byte[0];
        int done = 0;
        for (int counter = 1; done < length; counter++) {
            expand.update(previous);
            expand.update(info);
            expand.update((byte) counter);
            previous = expand.doFinal();
            int taken = Math.min(previous.length, length - done);
            System.arraycopy(previous, 0, derived, done, taken);
            done += taken;
        }
        return derived;
    }

    private static Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
