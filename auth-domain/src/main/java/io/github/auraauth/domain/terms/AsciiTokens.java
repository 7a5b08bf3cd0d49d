package io.github.auraauth.domain.terms;

/** Short texts of ASCII letters, digits and a few signs. */
final class AsciiTokens {
    private AsciiTokens() {}

    /** Whether the text has 1 to {@code longest} letters, digits and signs of {@code signs}. */
    static boolean isOf(String text, int longest, String signs) {
        return !text.isEmpty()
                && text.length() <= longest
                && text.chars().allMatch(c -> isLetter(c) || isDigit(c) || signs.indexOf(c) >= 0);
    }

    /** Whether it is {@code .} or {@code ..}, which cannot stand in a path. */
    static boolean isDotSegment(String text) {
        return text.equals(".") || text.equals("..");
    }

    static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
