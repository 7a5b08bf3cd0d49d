package io.github.auraauth.domain.terms;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Version of a service's terms. Two of them are the same only when their texts are; {@code 1} and {@code 1.0} are two.
 *
 * @param value 1 to 32 of {@code A-Z a-z 0-9 . _ -}, and not the word {@code latest}, which stands at its place in a path,
 *     nor {@code .} or {@code ..}, which cannot stand in one
 */
public record TermsVersion(String value) {
    private static final int LONGEST = 32;
    private static final String SIGNS = "._-";
    private static final String RESERVED = "latest";

    public TermsVersion {
        requireNonNull(value, "value");
        if (!isVersion(value)) {
            throw new IllegalArgumentException("version must be 1 to 32 of A-Z a-z 0-9 . _ - and not latest, . or ..");
        }
    }

    /** The version of a given text, or empty when it does not have the form. */
    public static Optional<TermsVersion> parse(String text) {
        return isVersion(text) ? Optional.of(new TermsVersion(text)) : Optional.empty();
    }

    /** Whether it is of numbers between dots, such as {@code 1} or {@code 2.10.3}, and so can be compared. */
    public boolean isDotted() {
        return Arrays.stream(value.split("\\.", -1))
                .allMatch(part -> !part.isEmpty() && part.chars().allMatch(AsciiTokens::isDigit));
    }

    /**
     * Compares number by number; a missing one counts as 0, so that {@code 1.10} is beyond {@code 1.9} and level with
     * {@code 1.10.0}.
     *
     * @return negative, zero or positive
     * @throws IllegalArgumentException when one of the two is not dotted
     */
    public int compareNumbers(TermsVersion other) {
        List<BigInteger> mine = numbers();
        List<BigInteger> others = other.numbers();
        for (int i = 0; i < Math.max(mine.size(), others.size()); i++) {
            int difference = number(mine, i).compareTo(number(others, i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private List<BigInteger> numbers() {
        if (!isDotted()) {
            throw new IllegalArgumentException("version must be numbers between dots");
        }
        return Arrays.stream(value.split("\\.", -1)).map(BigInteger::new).toList();
    }

    private static BigInteger number(List<BigInteger> numbers, int at) {
        return at < numbers.size() ? numbers.get(at) : BigInteger.ZERO;
    }

    private static boolean isVersion(String text) {
        return AsciiTokens.isOf(text, LONGEST, SIGNS) && !text.equals(RESERVED) && !AsciiTokens.isDotSegment(text);
    }
}
