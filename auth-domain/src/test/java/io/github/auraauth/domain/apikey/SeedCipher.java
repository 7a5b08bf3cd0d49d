package io.github.auraauth.domain.apikey;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The seed's format written a second time, as plainly as it can be, so that tests can encipher and change anything. */
public final class SeedCipher {
    public static final int BLOCK = 16;

    private static final HexFormat HEX = HexFormat.of();

    private final SecretKeySpec key;
    private final int position;

    public SeedCipher(String entry, int position) {
        this.key = new SecretKeySpec(entry.getBytes(StandardCharsets.UTF_8), "AES");
        this.position = position;
    }

    public String encipher(String plain) {
        return encipher(plain.getBytes(StandardCharsets.UTF_8));
    }

    public String encipher(byte[] plain) {
        byte[] iv = HEX.parseHex("000102030405060708090a0b0c0d0e0f");
        return join(iv, run(Cipher.ENCRYPT_MODE, "AES/CBC/PKCS5Padding", iv, plain));
    }

    /** Enciphers whole blocks as they are, the padding being the caller's. */
    public String encipherUnpadded(byte[] plain) {
        byte[] iv = new byte[BLOCK];
        return join(iv, run(Cipher.ENCRYPT_MODE, "AES/CBC/NoPadding", iv, plain));
    }

    public byte[] decipher(String text) {
        return run(Cipher.DECRYPT_MODE, "AES/CBC/PKCS5Padding", iv(text), ciphertext(text));
    }

    /** The plain bytes with their padding, right or wrong. */
    public byte[] decipherUnpadded(String text) {
        return run(Cipher.DECRYPT_MODE, "AES/CBC/NoPadding", iv(text), ciphertext(text));
    }

    public byte[] iv(String text) {
        int p = Math.min(position, text.length() - 2 * BLOCK);
        return HEX.parseHex(text.substring(p, p + 2 * BLOCK));
    }

    public byte[] ciphertext(String text) {
        int p = Math.min(position, text.length() - 2 * BLOCK);
        return HEX.parseHex(text.substring(0, p) + text.substring(p + 2 * BLOCK));
    }

    public String join(byte[] iv, byte[] ciphertext) {
        String hex = HEX.formatHex(ciphertext);
        int p = Math.min(position, hex.length());
        return hex.substring(0, p) + HEX.formatHex(iv) + hex.substring(p);
    }

    /** The block of that number, from 0 on. */
    static byte[] block(byte[] bytes, int number) {
        return Arrays.copyOfRange(bytes, number * BLOCK, (number + 1) * BLOCK);
    }

    private byte[] run(int mode, String transformation, byte[] iv, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(transformation);
            cipher.init(mode, key, new IvParameterSpec(iv));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
