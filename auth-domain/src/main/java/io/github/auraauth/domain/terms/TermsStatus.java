package io.github.auraauth.domain.terms;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The status of a user's acceptance of terms. A refusal is not stored, so it is not a status either.
 *
 * @param value a letter and up to 31 of {@code A-Z a-z 0-9 _ -}; not {@code revoked}, {@code rejected}, {@code refused}
 *     or {@code declined}, in any case
 */
public record TermsStatus(String value) {
    private static final int LONGEST = 32;
    private static final String SIGNS = "_-";
    private static final Set<String> REFUSED = Set.of("revoked", "rejected", "refused", "declined");

    /** The final status: only a deletion ends it. Declared after the constants that its constructor reads. */
    public static final TermsStatus ACCEPTED = new TermsStatus("accepted");

    public TermsStatus {
        requireNonNull(value, "value");
        if (!isStatus(value)) {
            throw new IllegalArgumentException(
                    "status must be a letter and up to 31 of A-Z a-z 0-9 _ - and say no refusal");
        }
    }

    /** The status of a given text, or empty when it does not have the form or is a refusal. */
    public static Optional<TermsStatus> parse(String text) {
        return isStatus(text) ? Optional.of(new TermsStatus(text)) : Optional.empty();
    }

    /** Whether it is the final one. */
    public boolean isAccepted() {
        return equals(ACCEPTED);
    }

    private static boolean isStatus(String text) {
        return AsciiTokens.isOf(text, LONGEST, SIGNS)
                && AsciiTokens.isLetter(text.charAt(0))
                && !REFUSED.contains(text.toLowerCase(Locale.ROOT));
    }
}
