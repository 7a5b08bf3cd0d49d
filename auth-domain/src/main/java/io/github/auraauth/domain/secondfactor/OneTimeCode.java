package io.github.auraauth.domain.secondfactor;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A code as somebody typed it, in the one form that all its spellings have: without spaces and hyphens, in lower case.
 *
 * @param text whatever is left
 */
public record OneTimeCode(Secret text) {
    /** More than this is no code, and not looked at. */
    private static final int LONGEST = 64;

    private static final Pattern FILLING = Pattern.compile("[\\s\\u00A0-]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{" + Totp.DIGITS + "}");

    public OneTimeCode {
        requireNonNull(text, "text");
    }

    /** The code that somebody typed. */
    public static OneTimeCode of(Secret typed) {
        if (typed.length() > LONGEST) {
            return new OneTimeCode(Secret.ofText(""));
        }
        String text = typed.revealText();
        return new OneTimeCode(
                Secret.ofText(FILLING.matcher(text).replaceAll("").toLowerCase(Locale.ROOT)));
    }

    /** Whether an authenticator app may have shown it. */
    public boolean isOfApp() {
        return DIGITS.matcher(text.revealText()).matches();
    }
}
