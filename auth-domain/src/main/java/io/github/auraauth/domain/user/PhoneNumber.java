package io.github.auraauth.domain.user;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phone number in its one normal form.
 *
 * @param value {@code +}, a digit 1 to 9, and 5 to 14 more digits (E.164)
 */
public record PhoneNumber(String value) {
    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 15;
    private static final String TRUNK_ZERO = "(0)";
    private static final Pattern BEFORE_A_COUNTRY_CODE = Pattern.compile("(?:\\+|00)?([1-9][0-9]{0,2})");

    public PhoneNumber {
        requireNonNull(value, "value");
        if (!isNormal(value)) {
            throw new IllegalArgumentException("phone number must be in its normal form, + and 6 to 15 digits");
        }
    }

    /**
     * Brings a given number into its normal form: a trunk zero written {@code (0)} behind a country code is dropped, then
     * spaces and {@code - . ( ) /}; a leading {@code 00} becomes {@code +}, bare digits get one; empty when the result is
     * no number.
     */
    public static Optional<PhoneNumber> parse(String text) {
        String normal = bare(withoutTrunkZero(text));
        if (normal.startsWith("00")) {
            normal = "+" + normal.substring(2);
        } else if (!normal.startsWith("+")) {
            normal = "+" + normal;
        }
        return isNormal(normal) ? Optional.of(new PhoneNumber(normal)) : Optional.empty();
    }

    /**
     * How this number may be stored, in no order: the normal form, without {@code +}, and with {@code 00} for it; and each
     * of them also with the trunk zero that earlier versions kept behind the country code. Not so where a zero there
     * may be another subscriber's number, as in Italy.
     */
    public List<String> storedForms() {
        String digits = value.substring(1);
        List<String> forms = new ArrayList<>();
        addForms(digits, forms);
        int code = CountryCallingCodes.lengthIn(digits);
        boolean mayHaveKeptZero = digits.length() < MOST_DIGITS
                && digits.length() > code
                && digits.charAt(code) != '0'
                && CountryCallingCodes.hasTrunkZeroOnly(digits.substring(0, code));
        if (mayHaveKeptZero) {
            addForms(digits.substring(0, code) + '0' + digits.substring(code), forms);
        }
        return List.copyOf(forms);
    }

    private static void addForms(String digits, List<String> forms) {
        forms.add("+" + digits);
        forms.add(digits);
        forms.add("00" + digits);
    }

    /** Drops the first {@code (0)}, if all that stands before it is a country code. */
    private static String withoutTrunkZero(String text) {
        int zero = text.indexOf(TRUNK_ZERO);
        if (zero < 0) {
            return text;
        }
        Matcher before = BEFORE_A_COUNTRY_CODE.matcher(bare(text.substring(0, zero)));
        boolean isBehindCode = before.matches() && CountryCallingCodes.contains(before.group(1));
        return isBehindCode ? text.substring(0, zero) + text.substring(zero + TRUNK_ZERO.length()) : text;
    }

    private static String bare(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> " -.()/".indexOf(c) < 0).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static boolean isNormal(String text) {
        int digits = text.length() - 1;
        return digits >= FEWEST_DIGITS
                && digits <= MOST_DIGITS
                && text.charAt(0) == '+'
                && text.charAt(1) != '0'
                && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return "PhoneNumber[redacted]";
    }
}
