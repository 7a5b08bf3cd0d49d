package io.github.auraauth.port.in.account;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next cursor of the part behind it; absent where there is none
 * @param previous cursor of the part before it; absent where there is none
 * @param count of the whole list, where it was asked for, counted no further than {@link PageRequest#MOST_COUNTED}
 */
public record Page<T>(List<T> results, Optional<String> next, Optional<String> previous, Optional<Integer> count) {
    public Page {
        results = List.copyOf(results);
        requireNonNull(next, "next");
        requireNonNull(previous, "previous");
        requireNonNull(count, "count");
    }

    /** A list that is one part by itself; behind a cursor there is nothing of it. */
    public static <T> Page<T> whole(List<T> all, PageRequest asked) {
        return new Page<>(
                asked.cursor().isPresent() ? List.of() : all,
                Optional.empty(),
                Optional.empty(),
                asked.count() ? Optional.of(all.size()) : Optional.empty());
    }

    /** The same part, showing its elements otherwise. */
    public <R> Page<R> showing(List<R> others) {
        return new Page<>(others, next, previous, count);
    }
}
