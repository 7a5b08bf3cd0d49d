package io.github.auraauth.domain.user;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A phone number in its one normal form.
 *
 * @param value {@code +}, a digit 1 to 9, and 5 to 14 more digits (E.164)
 */
public record PhoneNumber(String value) {
    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 15;

    public PhoneNumber {
        requireNonNull(value, "value");
        if (!isNormal(value)) {
            throw new IllegalArgumentException("phone number must be in its normal form, + and 6 to 15 digits");
        }
    }

    /**
     * Brings a given number into its normal form: spaces and {@code - . ( ) /} are dropped, a leading {@code 00} becomes
     * {@code +}, bare digits get one; empty when the result is no number.
     */
    public static Optional<PhoneNumber> parse(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> " -.()/".indexOf(c) < 0).forEach(c -> kept.append((char) c));
        String normal = kept.toString();
        if (normal.startsWith("00")) {
            normal = "+" + normal.substring(2);
        } else if (!normal.startsWith("+")) {
            normal = "+" + normal;
        }
        return isNormal(normal) ? Optional.of(new PhoneNumber(normal)) : Optional.empty();
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
