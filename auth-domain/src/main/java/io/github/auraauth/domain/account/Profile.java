package io.github.auraauth.domain.account;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The profile of an account, which its owner may change.
 *
 * @param firstName 0 to 150 code points without control characters
 * @param lastName the same
 */
public record Profile(Optional<AccountEmail> email, String firstName, String lastName) {
    /** Most code points of a name, as in Django. */
    public static final int LONGEST_NAME = 150;

    /** Of somebody of whom nothing is known. */
    public static final Profile EMPTY = new Profile(Optional.empty(), "", "");

    public Profile {
        requireNonNull(email, "email");
        requireName(firstName, "firstName");
        requireName(lastName, "lastName");
    }

    /** Whether the text can be a first or last name; the empty one can. */
    public static boolean isName(String text) {
        return text.length() <= 2 * LONGEST_NAME
                && text.codePointCount(0, text.length()) <= LONGEST_NAME
                && text.codePoints()
                        .map(Character::getType)
                        .noneMatch(type -> type == Character.CONTROL || type == Character.SURROGATE);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Profile[redacted]";
    }

    private static void requireName(String text, String parameter) {
        if (!isName(requireNonNull(text, parameter))) {
            throw new IllegalArgumentException(
                    parameter + " must be at most " + LONGEST_NAME + " characters, none of them a control character");
        }
    }
}
