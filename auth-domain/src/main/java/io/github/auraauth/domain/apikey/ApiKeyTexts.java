package io.github.auraauth.domain.apikey;

import io.github.auraauth.domain.json.FlatValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The forms that texts in a key may have. */
final class ApiKeyTexts {
    private static final int LONGEST = 256;
    private static final int LONGEST_VERSION = 64;
    private static final int LONGEST_ENTRY = 64;
    private static final int UUID_LENGTH = 36;

    private ApiKeyTexts() {}

    /** Two or three numbers with dots between them; read by hand, since every verification passes here. */
    static boolean isVersion(String text) {
        int dots = 0;
        boolean afterDigit = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && afterDigit) {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
            afterDigit = c != '.';
        }
        return afterDigit && (dots == 1 || dots == 2) && text.length() <= LONGEST_VERSION;
    }

    static boolean isEntry(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isEntryCharacter(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_ENTRY;
    }

    /** A UUID in full, in lower case. */
    static boolean isUuid(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return text.length() == UUID_LENGTH;
    }

    static void requirePrintable(String text, String parameter) {
        if (!isPrintable(text)) {
            throw new IllegalArgumentException(parameter + " must be 1 to 256 printable ASCII characters");
        }
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x20 || text.charAt(i) > 0x7e) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    static Instant toTheSecond(Instant time) {
        if (time.getEpochSecond() < 0 || time.getEpochSecond() > FlatValue.Whole.LARGEST) {
            throw new IllegalArgumentException("a key's times are 0 to 15 digits of seconds after the epoch");
        }
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static boolean isEntryCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "*/._-".indexOf(c) >= 0;
    }
}
