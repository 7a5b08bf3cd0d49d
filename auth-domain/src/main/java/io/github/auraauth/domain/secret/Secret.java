package io.github.auraauth.domain.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Bytes that must never reach a log, an error or a metric. {@link #reveal()} and {@link #revealText()} are the only
 * ways out, so that every use of a secret can be found by searching for {@code reveal}.
 */
public final class Secret {
    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A secret of a copy of the given bytes. */
    public static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /** A secret of the text's UTF-8 bytes. */
    public static Secret ofText(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of the bytes; the caller answers for where they go. */
    public byte[] reveal() {
        return bytes.clone();
    }

    /** The bytes as a text of UTF-8; the caller answers for where it goes. */
    public String revealText() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Number of bytes, which is not secret. */
    public int length() {
        return bytes.length;
    }

    /** Equal when the bytes are, compared in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes, secret.bytes);
    }

    /** The same for all secrets of a length: a hash of the bytes would tell something about them. */
    @Override
    public int hashCode() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
