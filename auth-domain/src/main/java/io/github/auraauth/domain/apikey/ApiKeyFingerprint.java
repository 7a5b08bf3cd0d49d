package io.github.auraauth.domain.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.crypto.Sha256;
import java.util.HexFormat;
import java.util.Optional;

/**
 * By what a registry knows a key without knowing the key: SHA-256 of the text of a key of version 2, and of the
 * ciphertext without the IV of one of version 1, whose holder can change the IV.
 *
 * @param hex 64 lower-case hex digits
 */
public record ApiKeyFingerprint(String hex) {
    private static final int DIGITS = 64;

    public ApiKeyFingerprint {
        requireNonNull(hex, "hex");
        if (hex.length() != DIGITS || !hex.chars().allMatch(ApiKeyFingerprint::isDigit)) {
            throw new IllegalArgumentException("hex must be 64 lower-case hex digits");
        }
    }

    /** The fingerprint that a text spells; empty when it is none. */
    public static Optional<ApiKeyFingerprint> parse(String text) {
        return text.length() == DIGITS && text.chars().allMatch(ApiKeyFingerprint::isDigit)
                ? Optional.of(new ApiKeyFingerprint(text))
                : Optional.empty();
    }

    static ApiKeyFingerprint of(byte[] bytes) {
        return new ApiKeyFingerprint(HexFormat.of().formatHex(Sha256.of(bytes)));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }
}
