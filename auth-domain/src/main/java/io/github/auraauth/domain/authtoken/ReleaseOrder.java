package io.github.auraauth.domain.authtoken;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of two releases of the program is the later one: the one with the greater number at the first place where they
 * differ. What stands around the first numbers with dots between them does not count; no number at all counts as 0.
 */
public final class ReleaseOrder {
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+(?:\\.[0-9]+)*");
    private static final Pattern ZEROS_AT_THE_END = Pattern.compile("(?:\\.0+)+$");
    private static final Pattern ZEROS_IN_FRONT = Pattern.compile("^0+(?=.)");

    private ReleaseOrder() {}

    /** A text that sorts as its release does among others, character by character; the same for {@code 1} and {@code 1.0}. */
    public static String sortable(String version) {
        Matcher matcher = NUMBERS.matcher(version);
        String numbers = matcher.find() ? matcher.group() : "0";
        StringBuilder sortable = new StringBuilder();
        for (String part : ZEROS_AT_THE_END.matcher(numbers).replaceFirst("").split("\\.", -1)) {
            String number = ZEROS_IN_FRONT.matcher(part).replaceFirst("");
            // a number with more digits is greater
            sortable.append(sortable.isEmpty() ? "" : ".")
                    .append((char) ('0' + number.length() / 10))
                    .append((char) ('0' + number.length() % 10))
                    .append(number);
        }
        return sortable.toString();
    }
}
