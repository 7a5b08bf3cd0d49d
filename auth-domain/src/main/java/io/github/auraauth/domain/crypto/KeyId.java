package io.github.auraauth.domain.crypto;

import java.util.HexFormat;

/** The name of a derived key in what it seals: the first 8 hex digits of its SHA-256. */
final class KeyId {
    static final int DIGITS = 8;

    private KeyId() {}

    static String of(byte[] subkey) {
        return HexFormat.of().formatHex(Sha256.of(subkey), 0, DIGITS / 2);
    }
}
