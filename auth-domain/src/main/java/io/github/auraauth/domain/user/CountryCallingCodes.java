package io.github.auraauth.domain.user;

import java.util.Set;

/** Where the country calling code of an international number ends (ITU-T E.164, list of assigned codes). */
final class CountryCallingCodes {
    private static final Set<String> OF_TWO_DIGITS = Set.of(
            "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
            "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84",
            "86", "90", "91", "92", "93", "94", "95", "98");

    /** Codes behind which a zero belongs to the number: Italy with the Vatican, San Marino, and four in Africa. */
    private static final Set<String> ZERO_IS_PART = Set.of("39", "378", "225", "229", "241", "242");

    private CountryCallingCodes() {}

    /** How many of a number's digits are its code; the number has more than three. */
    static int lengthIn(String digits) {
        if (digits.startsWith("1") || digits.startsWith("7")) {
            return 1;
        }
        return OF_TWO_DIGITS.contains(digits.substring(0, 2)) ? 2 : 3;
    }

    /** Whether these digits are a code and nothing more. */
    static boolean contains(String digits) {
        return lengthIn(digits + "000") == digits.length();
    }

    /** Whether a zero behind that code can only be a trunk zero, which is dialled within the country and nowhere else. */
    static boolean hasTrunkZeroOnly(String code) {
        return !ZERO_IS_PART.contains(code);
    }
}
