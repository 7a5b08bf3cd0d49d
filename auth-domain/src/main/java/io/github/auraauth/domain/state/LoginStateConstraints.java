package io.github.auraauth.domain.state;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the texts of a login state may be; lengths are in characters. */
final class LoginStateConstraints {
    static final int NONCE = 256;
    static final int CORRELATOR = 256;
    static final int REDIRECT_URI = 2048;
    static final int ASYNC_CALLBACK = 4096;

    private static final Pattern LOCALE = Pattern.compile("[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{1,8}){0,4}");

    private LoginStateConstraints() {}

    /** 1 to {@code longest} characters, none of them a control character. */
    static void requirePlain(Optional<String> text, int longest, String parameter) {
        if (!text.map(given -> isPlain(given, longest)).orElse(true)) {
            throw new IllegalArgumentException(
                    parameter + " must be 1 to " + longest + " characters, none of them a control character");
        }
    }

    /** Whether it is a culture code as people and programs write them: {@code es-es}, {@code pt_BR}, {@code zh-Hant-TW}. */
    static boolean isLocale(String text) {
        return LOCALE.matcher(text).matches();
    }

    static void requireLocale(Optional<String> locale) {
        if (!locale.map(LoginStateConstraints::isLocale).orElse(true)) {
            throw new IllegalArgumentException("locale must be a culture code such as es-es");
        }
    }

    private static boolean isPlain(String text, int longest) {
        return !text.isEmpty() && text.length() <= longest && text.chars().noneMatch(c -> Character.isISOControl(c));
    }
}
