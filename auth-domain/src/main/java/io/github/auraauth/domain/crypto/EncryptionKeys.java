package io.github.auraauth.domain.crypto;

import io.github.auraauth.domain.secret.Secret;
import java.util.Arrays;
import java.util.List;

/**
 * The environment's encryption keys, in the order in which they are tried; the first one writes. One to eight entries
 * of equal length: 16, 24 or 32 bytes.
 */
public final class EncryptionKeys {
    private static final int MOST = 8;

    private final List<Secret> entries;

    private EncryptionKeys(List<Secret> entries) {
        this.entries = entries;
    }

    /**
     * Reads {@code AURA_ENCRYPTION_KEY} under {@code AURA_ENCRYPTION_ALGORITHM}.
     *
     * @param algorithm {@code aes-128-cbc}, {@code aes-192-cbc} or {@code aes-256-cbc}; fixes the length of the entries
     * @param commaSeparated the entries; the key is each one's UTF-8 bytes
     * @throws IllegalArgumentException naming what is wrong, never the value
     */
    public static EncryptionKeys parse(String algorithm, String commaSeparated) {
        int length = switch (algorithm) {
            case "aes-128-cbc" -> 16;
            case "aes-192-cbc" -> 24;
            case "aes-256-cbc" -> 32;
            default -> throw new IllegalArgumentException("algorithm must be aes-128-cbc, aes-192-cbc or aes-256-cbc");
        };
        List<Secret> entries = Arrays.stream(commaSeparated.split(",", -1))
                .map(entry -> Secret.ofText(entry.strip()))
                .toList();
        if (entries.stream().anyMatch(entry -> entry.length() != length)) {
            throw new IllegalArgumentException("every encryption key must have " + length + " bytes for " + algorithm
                    + (entries.size() > 1 ? "; commas separate keys, so that no key holds one" : ""));
        }
        return of(entries);
    }

    /**
     * @throws IllegalArgumentException when there are none or more than eight, or their lengths differ or do not fit AES
     */
    public static EncryptionKeys of(List<Secret> entries) {
        if (entries.isEmpty() || entries.size() > MOST) {
            throw new IllegalArgumentException("one to eight encryption keys are needed");
        }
        int length = entries.get(0).length();
        if (length != 16 && length != 24 && length != 32) {
            throw new IllegalArgumentException("an encryption key must have 16, 24 or 32 bytes");
        }
        if (entries.stream().anyMatch(entry -> entry.length() != length)) {
            throw new IllegalArgumentException("encryption keys must be of equal length");
        }
        return new EncryptionKeys(List.copyOf(entries));
    }

    /** The entries, the writing one first. */
    public List<Secret> entries() {
        return entries;
    }

    @Override
    public String toString() {
        return "EncryptionKeys[" + entries.size() + " redacted]";
    }
}
