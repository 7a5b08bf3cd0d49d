package io.github.auraauth.domain.secondfactor;

import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;

/** Base32 without padding (RFC 4648, section 6), as people type it. */
final class Base32 {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static Secret encode(Secret secret) {
        byte[] bytes = secret.reveal();
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte each : bytes) {
            buffer = buffer << Byte.SIZE | each & 0xFF;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(DIGITS.charAt(buffer >> bits & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(DIGITS.charAt(buffer << BITS - bits & 31));
        }
        return Secret.of(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
