package io.github.auraauth.domain.apikey;

import io.github.auraauth.domain.crypto.HexDigest;
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
    public ApiKeyFingerprint {
        HexDigest.check(hex);
    }

    /** The fingerprint that a text spells; empty when it is none. */
    public static Optional<ApiKeyFingerprint> parse(String text) {
        return HexDigest.isDigest(text) ? Optional.of(new ApiKeyFingerprint(text)) : Optional.empty();
    }

    static ApiKeyFingerprint of(byte[] bytes) {
        return new ApiKeyFingerprint(HexFormat.of().formatHex(Sha256.of(bytes)));
    }
}
