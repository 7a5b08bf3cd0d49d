package io.github.auraauth.domain.user;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The normal form of an e-mail address: NFC, and only {@code A} to {@code Z} in lower case, so that no sign outside ASCII
 * folds onto another person's letter.
 */
final class EmailAddress {
    private static final int LAST_OF_ASCII = 0x7F;

    private EmailAddress() {}

    /**
     * Brings an address into its normal form; empty when white space stands around it, when a sign in it cannot be seen,
     * or when NFC makes an ASCII sign of one outside ASCII, as of U+212A KELVIN SIGN.
     */
    static Optional<String> parse(String text) {
        if (text.isEmpty()
                || isSpace(text.codePointAt(0))
                || isSpace(text.codePointBefore(text.length()))
                || text.codePoints().anyMatch(InvisibleCharacters::contains)
                || !Normalizer.isNormalized(text, Normalizer.Form.NFC)
                        && text.codePoints().anyMatch(EmailAddress::becomesAscii)) {
            return Optional.empty();
        }
        // once more at the end: some marks compose with a small letter only
        return Optional.of(nfc(lowerCase(nfc(text))));
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean becomesAscii(int point) {
        return point > LAST_OF_ASCII
                && nfc(Character.toString(point)).codePoints().anyMatch(each -> each <= LAST_OF_ASCII);
    }

    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)));
        return lower.toString();
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
