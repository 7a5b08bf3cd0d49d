package io.github.auraauth.port.in.account;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which part of a list is asked for.
 *
 * @param cursor as a page before gave it; absent for the first one
 * @param size 1 to 200
 * @param count whether the whole list is to be counted
 */
public record PageRequest(Optional<String> cursor, int size, boolean count) {
    /** Most elements of a page. */
    public static final int LARGEST = 200;

    /** Elements of a page where none says how many. */
    public static final int USUAL = 50;

    /** How far is counted. */
    public static final int MOST_COUNTED = 10_000;

    public PageRequest {
        requireNonNull(cursor, "cursor");
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("size must be 1 to " + LARGEST);
        }
    }

    /** The first so many. */
    public static PageRequest first(int size) {
        return new PageRequest(Optional.empty(), size, false);
    }
}
