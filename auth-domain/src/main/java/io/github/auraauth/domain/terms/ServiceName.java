package io.github.auraauth.domain.terms;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Name of a service that has terms and conditions.
 *
 * @param value 1 to 64 of {@code A-Z a-z 0-9 . _ -}
 */
public record ServiceName(String value) {
    private static final int LONGEST = 64;
    private static final String SIGNS = "._-";

    public ServiceName {
        requireNonNull(value, "value");
        if (!Words.isOf(value, LONGEST, SIGNS)) {
            throw new IllegalArgumentException("name must be 1 to 64 of A-Z a-z 0-9 . _ -");
        }
    }

    /** The name of a given text, or empty when it has not the form. */
    public static Optional<ServiceName> parse(String text) {
        return Words.isOf(text, LONGEST, SIGNS) ? Optional.of(new ServiceName(text)) : Optional.empty();
    }
}
