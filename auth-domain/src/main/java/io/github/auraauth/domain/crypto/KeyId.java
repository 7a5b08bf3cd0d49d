package io.github.auraauth.domain.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of a derived key in what it seals: the first 8 hex digits of its SHA-256. */
final class KeyId {
    static final int DIGITS = 8;

    private KeyId() {}

    static String of(byte[] subkey) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(subkey), 0, DIGITS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
