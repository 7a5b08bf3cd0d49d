package io.github.auraauth.domain.state;

import java.util.Optional;
import java.util.regex.Pattern;

/** The forms that the texts of a state have. */
final class StateTexts {
    static final int NONCE = 256;
    static final int CORRELATOR = 256;
    static final int REDIRECT_URI = 2048;
    static final int ASYNC_CALLBACK = 4096;

    private static final Pattern LOCALE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})?");

    private StateTexts() {}

    /** 1 to {@code longest} characters, none of them a control character. */
    static void requirePlain(Optional<String> text, int longest, String parameter) {
        if (!text.map(given -> isPlain(given, longest)).orElse(true)) {
            throw new IllegalArgumentException(
                    parameter + " must be 1 to " + longest + " characters, none of them a control character");
        }
    }

    static void requireLocale(Optional<String> locale) {
        if (!locale.map(given -> LOCALE.matcher(given).matches()).orElse(true)) {
            throw new IllegalArgumentException("locale must be a culture code such as es-es");
        }
    }

    private static boolean isPlain(String text, int longest) {
        return !text.isEmpty() && text.length() <= longest && text.chars().noneMatch(c -> Character.isISOControl(c));
    }
}
