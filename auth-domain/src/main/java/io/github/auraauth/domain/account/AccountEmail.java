package io.github.auraauth.domain.account;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address of an account.
 *
 * @param value 3 to 254 characters in NFC with one {@code @} between what has no white space and no control character
 * @param verified whether its owner has shown that it is theirs
 */
public record AccountEmail(String value, boolean verified) {
    /** Most characters (RFC 5321, section 4.5.3.1.3). */
    public static final int LONGEST = 254;

    private static final Pattern FORM = Pattern.compile("[^@\\s\\p{C}]+@[^@\\s\\p{C}]+");

    public AccountEmail {
        if (!isAddress(requireNonNull(value, "value"))) {
            throw new IllegalArgumentException("value must be an e-mail address");
        }
    }

    /** The address that a text is, not verified; empty when it is none. */
    public static Optional<AccountEmail> parse(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return isAddress(composed) ? Optional.of(new AccountEmail(composed, false)) : Optional.empty();
    }

    /** Says nothing of the value. */
    @Override
    public String toString() {
        return "AccountEmail[redacted]";
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST
                && FORM.matcher(text).matches()
                && Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }
}
