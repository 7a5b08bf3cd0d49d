package io.github.auraauth.domain.invalidation;

import static java.util.Objects.requireNonNull;

/**
 * A place in the invalidation log, where every writer numbers its own entries.
 *
 * @param writer random id of a process
 * @param number from 1 on, without gaps
 */
public record LogPosition(String writer, long number) {
    public LogPosition {
        if (requireNonNull(writer, "writer").isEmpty()) {
            throw new IllegalArgumentException("writer must not be empty");
        }
        if (number < 1) {
            throw new IllegalArgumentException("number must be positive");
        }
    }
}
