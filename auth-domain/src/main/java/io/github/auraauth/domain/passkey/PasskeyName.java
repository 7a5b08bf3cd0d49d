package io.github.auraauth.domain.passkey;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The name that its owner gave a passkey.
 *
 * @param value 1 to 64 code points without control characters, not blank at the ends
 */
public record PasskeyName(String value) {
    /** Most code points. */
    public static final int LONGEST = 64;

    public PasskeyName {
        if (!isName(requireNonNull(value, "value"))) {
            throw new IllegalArgumentException(
                    "value must be 1 to " + LONGEST + " characters without control characters");
        }
    }

    /** The name that a text is without white space around it, or empty when it is none. */
    public static Optional<PasskeyName> parse(String text) {
        String stripped = text.strip();
        return isName(stripped) ? Optional.of(new PasskeyName(stripped)) : Optional.empty();
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= 2 * LONGEST
                && text.codePointCount(0, text.length()) <= LONGEST
                && text.equals(text.strip())
                && text.codePoints()
                        .map(Character::getType)
                        .noneMatch(type -> type == Character.CONTROL || type == Character.SURROGATE);
    }
}
