package io.github.auraauth.domain.terms;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Name of a service that has terms and conditions.
 *
 * @param value 1 to 64 of {@code A-Z a-z 0-9 . _ -}, and not {@code .} or {@code ..}, which cannot stand in a path
 */
public record ServiceName(String value) {
    private static final int LONGEST = 64;
    private static final String SIGNS = "._-";

    public ServiceName {
        requireNonNull(value, "value");
        if (!isName(value)) {
            throw new IllegalArgumentException("name must be 1 to 64 of A-Z a-z 0-9 . _ - and not . or ..");
        }
    }

    /** The name of a given text, or empty when it does not have the form. */
    public static Optional<ServiceName> parse(String text) {
        return isName(text) ? Optional.of(new ServiceName(text)) : Optional.empty();
    }

    private static boolean isName(String text) {
        return AsciiTokens.isOf(text, LONGEST, SIGNS) && !AsciiTokens.isDotSegment(text);
    }
}
