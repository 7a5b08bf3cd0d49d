package io.github.auraauth.domain.apikey;

import io.github.auraauth.domain.crypto.CbcText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text that a caller gave as a key, not yet verified: made by {@link ApiKeys#present}. */
public final class PresentedApiKey {
    private static final String SCHEME = "APIKEY ";
    private static final String NONE = "";

    private final String text;
    private final CbcText v1;

    PresentedApiKey(String text, CbcText v1) {
        this.text = text;
        this.v1 = v1;
    }

    /**
     * The key in the value of an {@code Authorization} header; an empty text when there is none. One or more spaces part
     * scheme and key (RFC 9110, section 11.4).
     */
    static String textOf(Optional<String> authorization) {
        return authorization
                .filter(PresentedApiKey::hasScheme)
                .map(PresentedApiKey::behindScheme)
                .orElse(NONE);
    }

    private static String behindScheme(String authorization) {
        int start = SCHEME.length();
        while (start < authorization.length() && authorization.charAt(start) == ' ') {
            start++;
        }
        return authorization.substring(start);
    }

    /** The format that it claims by its beginning; whether it is a key is another question. */
    public ApiKeyFormat claimed() {
        return ApiKeyFormat.of(text);
    }

    /** Its fingerprint, made anew at each call; that of no key where there is no key in it. */
    public ApiKeyFingerprint fingerprint() {
        return ApiKeyFingerprint.of(v1.ciphertext(text).orElseGet(() -> text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A digest of the whole text, also of the IV, which the fingerprint leaves out. */
    public ApiKeyDigest digest() {
        return ApiKeyDigest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return text;
    }

    private static boolean hasScheme(String authorization) {
        boolean ours = authorization.length() > SCHEME.length();
        for (int i = 0; ours && i < SCHEME.length(); i++) {
            ours = upperAscii(authorization.charAt(i)) == SCHEME.charAt(i);
        }
        return ours;
    }

    /** In ASCII only: to Java, a dotless i is an I in another case. */
    private static char upperAscii(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    @Override
    public String toString() {
        return "PresentedApiKey[redacted]";
    }
}
