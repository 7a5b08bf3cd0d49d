package io.github.auraauth.domain.terms;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The identifier of who accepts, one that a channel gives, such as an auraId, a userId or an auraGlobalId.
 *
 * @param value 1 to 128 of {@code A-Z a-z 0-9 . _ : @ + -}
 */
public record TermsUserId(String value) {
    private static final int LONGEST = 128;
    private static final String SIGNS = "._:@+-";

    public TermsUserId {
        requireNonNull(value, "value");
        if (!AsciiTokens.isOf(value, LONGEST, SIGNS)) {
            throw new IllegalArgumentException("user_id must be 1 to 128 of A-Z a-z 0-9 . _ : @ + -");
        }
    }

    /** The identifier of a given text, or empty when it does not have the form. */
    public static Optional<TermsUserId> parse(String text) {
        return AsciiTokens.isOf(text, LONGEST, SIGNS) ? Optional.of(new TermsUserId(text)) : Optional.empty();
    }

    /** Says nothing of the value: a channel may take a phone number for it. */
    @Override
    public String toString() {
        return "TermsUserId[redacted]";
    }
}
