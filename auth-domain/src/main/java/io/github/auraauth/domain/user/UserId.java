package io.github.auraauth.domain.user;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Identifier of the person in Kernel.
 *
 * @param value 1 to 128 code points without control characters
 */
public record UserId(String value) {
    /** Most code points that a userId may have. */
    public static final int LONGEST = 128;

    public UserId {
        requireNonNull(value, "value");
        TextRules.requirePlain(value, LONGEST, "userId");
    }

    /** The userId of a given text, or empty when it does not have the form. */
    public static Optional<UserId> parse(String text) {
        return TextRules.isPlain(text, LONGEST) ? Optional.of(new UserId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "UserId[redacted]";
    }
}
