package io.github.auraauth.domain.authtoken;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The name of a token, by which its owner knows it again; need not be unique.
 *
 * @param value 1 to 100 code points without control characters
 */
public record AuthTokenName(String value) {
    /** Most code points. */
    public static final int LONGEST = 100;

    public AuthTokenName {
        if (!isName(requireNonNull(value, "value"))) {
            throw new IllegalArgumentException("value must be 1 to " + LONGEST + " characters");
        }
    }

    /** The name that a text is, or empty when it is none. */
    public static Optional<AuthTokenName> parse(String text) {
        return isName(text) ? Optional.of(new AuthTokenName(text)) : Optional.empty();
    }

    private static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= 2 * LONGEST
                && text.codePointCount(0, text.length()) <= LONGEST
                && text.codePoints()
                        .map(Character::getType)
                        .noneMatch(type -> type == Character.CONTROL || type == Character.SURROGATE);
    }
}
