package io.github.auraauth.adapter.mongo.index;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A version of the database's indexes: numbers between dots, compared from left to right.
 *
 * @param text such as {@code 1} or {@code 9.4.0}
 */
record SchemaVersion(String text) implements Comparable<SchemaVersion> {
    private static final Pattern DOTTED_NUMBERS = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,5}");

    SchemaVersion {
        if (!DOTTED_NUMBERS.matcher(text).matches()) {
            throw new IllegalArgumentException("version must be numbers between dots");
        }
    }

    @Override
    public int compareTo(SchemaVersion other) {
        List<BigInteger> mine = parts();
        List<BigInteger> others = other.parts();
        for (int i = 0; i < Math.max(mine.size(), others.size()); i++) {
            int difference = part(mine, i).compareTo(part(others, i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** Equal as {@code compareTo} has it: {@code 1} and {@code 1.0} are the same version. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaVersion version && compareTo(version) == 0;
    }

    @Override
    public int hashCode() {
        return parts().get(0).hashCode();
    }

    private List<BigInteger> parts() {
        return Arrays.stream(text.split("\\.", -1)).map(BigInteger::new).toList();
    }

    private static BigInteger part(List<BigInteger> parts, int at) {
        return at < parts.size() ? parts.get(at) : BigInteger.ZERO;
    }

    @Override
    public String toString() {
        return text;
    }
}
