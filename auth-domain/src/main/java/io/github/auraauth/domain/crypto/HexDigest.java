package io.github.auraauth.domain.crypto;

import static java.util.Objects.requireNonNull;

/** The text of a digest of 256 bits: 64 lower-case hex digits. */
public final class HexDigest {
    private static final int DIGITS = 64;

    private HexDigest() {}

    /** Whether the text has the form. */
    public static boolean isDigest(String text) {
        boolean hex = text.length() == DIGITS;
        for (int i = 0; hex && i < DIGITS; i++) {
            char c = text.charAt(i);
            hex = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
        }
        return hex;
    }

    /**
     * Checks a component called {@code hex}.
     *
     * @throws IllegalArgumentException when it has another form; it is not quoted
     */
    public static void check(String hex) {
        if (!isDigest(requireNonNull(hex, "hex"))) {
            throw new IllegalArgumentException("hex must be " + DIGITS + " lower-case hex digits");
        }
    }
}
